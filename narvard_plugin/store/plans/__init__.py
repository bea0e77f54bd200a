"""What is done in the plan register, each thing in one transaction: cases, planremisser, checks, remarks, statements."""
