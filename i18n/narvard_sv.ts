<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name>Narvard</name>
    <message>
        <source>"{column}" is "{value}", which does not have the digits of such a code.</source>
        <translation>”{column}” är ”{value}”, som inte har de siffror som en sådan kod ska ha.</translation>
    </message>
    <message>
        <source>"{column}" is "{value}", which is not a date written as 2026-03-31.</source>
        <translation>”{column}” är ”{value}”, som inte är ett datum skrivet som 2026-03-31.</translation>
    </message>
    <message>
        <source>"{column}" is "{value}", which is not one of the allowed words.</source>
        <translation>”{column}” är ”{value}”, som inte är ett av de tillåtna orden.</translation>
    </message>
    <message>
        <source>"{column}" is {value}, which is outside the possible values.</source>
        <translation>”{column}” är {value}, som ligger utanför de möjliga värdena.</translation>
    </message>
    <message>
        <source>"{column}" must be a number, and "{value}" is not, or has decimals where a whole number stands.</source>
        <translation>”{column}” måste vara ett tal; ”{value}” är inte ett tal, eller har decimaler där det ska vara ett heltal.</translation>
    </message>
    <message>
        <source>"{column}" must have a value.</source>
        <translation>”{column}” måste ha ett värde.</translation>
    </message>
    <message>
        <source>"{text}" names no workspace. Write the path of a GeoPackage file, ending in .gpkg.</source>
        <translation>”{text}” är ingen arbetsyta. Skriv sökvägen till en GeoPackage-fil, som slutar på .gpkg.</translation>
    </message>
    <message>
        <source>0 Questions: ready-made models</source>
        <translation>0 Frågor: färdiga modeller</translation>
    </message>
    <message>
        <source>0,5 as a share is half of those waiting; as per cent one in two hundred.</source>
        <translation>0,5 som andel är hälften av de väntande; som procent är det en av två hundra.</translation>
    </message>
    <message>
        <source>0.8 makes every drive a quarter longer. Walking, cycling and ferries keep their speed.</source>
        <translation>0,8 gör varje körning en fjärdedel längre. Gång, cykel och färjor behåller sin hastighet.</translation>
    </message>
    <message>
        <source>0–23 or a time such as 07:30; gives the errors per hour.</source>
        <translation>0–23 eller ett klockslag, till exempel 07:30; ger avvikelserna per timme.</translation>
    </message>
    <message>
        <source>1 100 (Socialstyrelsen, April 2022; Norrbotten, Gotland)</source>
        <translation>1 100 (Socialstyrelsen, april 2022; Norrbotten, Gotland)</translation>
    </message>
    <message>
        <source>1 250 (Jämtland Härjedalen)</source>
        <translation>1 250 (Jämtland Härjedalen)</translation>
    </message>
    <message>
        <source>1 500 (Värmland)</source>
        <translation>1 500 (Värmland)</translation>
    </message>
    <message>
        <source>1 750 (Kalmar's aim)</source>
        <translation>1 750 (Kalmars mål)</translation>
    </message>
    <message>
        <source>1 Data and network</source>
        <translation>1 Data och vägnät</translation>
    </message>
    <message>
        <source>2 Health's geography</source>
        <translation>2 Hälsans geografi</translation>
    </message>
    <message>
        <source>3 Care's geography: access and catchments</source>
        <translation>3 Vårdens geografi: restid och upptagningsområden</translation>
    </message>
    <message>
        <source>4 Scenarios and siting</source>
        <translation>4 Scenarier och lokalisering</translation>
    </message>
    <message>
        <source>5 Detail plans</source>
        <translation>5 Detaljplaner</translation>
    </message>
    <message>
        <source>6 Reports</source>
        <translation>6 Rapporter</translation>
    </message>
    <message>
        <source>90th percentile of response time (min)</source>
        <translation>90:e percentil av responstiden (min)</translation>
    </message>
    <message>
        <source>90th percentile of travel time (min)</source>
        <translation>Restidens 90:e percentil (min)</translation>
    </message>
    <message>
        <source>A figure is not a number of whole people, or not a number at all.</source>
        <translation>En uppgift är inte ett antal hela personer, eller inte ett tal alls.</translation>
    </message>
    <message>
        <source>A file made by Compile road network.</source>
        <translation>En fil från verktyget Skapa vägnätsfil.</translation>
    </message>
    <message>
        <source>A file made by Compile road network. Needed unless travel is in a straight line.</source>
        <translation>En fil från verktyget Skapa vägnätsfil. Krävs om resan inte följer fågelvägen.</translation>
    </message>
    <message>
        <source>A file made by Create workspace.</source>
        <translation>En fil från verktyget Skapa arbetsyta.</translation>
    </message>
    <message>
        <source>A journey with more changes does not count.</source>
        <translation>En resa med fler byten räknas inte.</translation>
    </message>
    <message>
        <source>A name that no scenario has.</source>
        <translation>Ett namn som inget annat scenario har.</translation>
    </message>
    <message>
        <source>A point farther than this from a road that may be used takes no part, and is reported.</source>
        <translation>En punkt som ligger längre än så från en väg som får användas räknas inte med, och det rapporteras.</translation>
    </message>
    <message>
        <source>A straight line (no roads)</source>
        <translation>Fågelvägen (inga vägar)</translation>
    </message>
    <message>
        <source>A straight line is a rough stand-in where there is no road network; every result then says so.</source>
        <translation>Fågelvägen är en grov ersättning där vägnät saknas; det framgår då av varje resultat.</translation>
    </message>
    <message>
        <source>A table or CSV file; a geometry is not read.</source>
        <translation>En tabell eller CSV-fil; geometrin läses inte.</translation>
    </message>
    <message>
        <source>A table with origin_id, facility_id (the unit) and minutes.</source>
        <translation>En tabell med origin_id, facility_id (vårdenheten) och minutes.</translation>
    </message>
    <message>
        <source>A table with origin_id, facility_id and minutes.</source>
        <translation>En tabell med origin_id, facility_id och minutes.</translation>
    </message>
    <message>
        <source>A table with region, unit, specialty, need_per_year, capacity_per_year and on_call_floor.</source>
        <translation>En tabell med region, unit, specialty, need_per_year, capacity_per_year och on_call_floor.</translation>
    </message>
    <message>
        <source>A table with unit, specialty, measure, period, number and share_over_90d.</source>
        <translation>En tabell med unit, specialty, measure, period, number och share_over_90d.</translation>
    </message>
    <message>
        <source>A table, or lines from start to end.</source>
        <translation>En tabell, eller linjer från start till mål.</translation>
    </message>
    <message>
        <source>A vehicle is away: turn-out + drive to the scene + time there + drive to the nearest hospital + handover + drive back to its station.</source>
        <translation>Ett fordon är borta: anspänning + körning till platsen + tid där + körning till närmaste sjukhus + överlämning + körning tillbaka till stationen.</translation>
    </message>
    <message>
        <source>A zip file, the folder with its text files or stops.txt there; several with ; between them.</source>
        <translation>En zip-fil, mappen med textfilerna eller stops.txt i den; flera med ; emellan.</translation>
    </message>
    <message>
        <source>AREAS needs the area code both of the people (ORIGIN_AREA) and of the areas (AREA_CODE).</source>
        <translation>AREAS kräver områdeskoden både för befolkningen (ORIGIN_AREA) och för områdena (AREA_CODE).</translation>
    </message>
    <message>
        <source>AREA_OUTPUT, AREA_TYPE and AREA_INDEX need AREAS.</source>
        <translation>AREA_OUTPUT, AREA_TYPE och AREA_INDEX kräver AREAS.</translation>
    </message>
    <message>
        <source>AT_TIME needs the fields OPEN_FROM and OPEN_TO of the stations.</source>
        <translation>AT_TIME kräver fälten OPEN_FROM och OPEN_TO för stationerna.</translation>
    </message>
    <message>
        <source>AT_TIME {text} must be a time of day such as 03:00.</source>
        <translation>AT_TIME {text} måste vara ett klockslag, till exempel 03:00.</translation>
    </message>
    <message>
        <source>Access per (1, 1 000 …)</source>
        <translation>Geografisk tillgänglighet per (1, 1 000 …)</translation>
    </message>
    <message>
        <source>Access to each service</source>
        <translation>Geografisk tillgänglighet per funktion och specialitet</translation>
    </message>
    <message>
        <source>Access to each service, summary</source>
        <translation>Geografisk tillgänglighet per funktion och specialitet, sammanfattning</translation>
    </message>
    <message>
        <source>Access with capacity</source>
        <translation>Geografisk tillgänglighet med kapacitet</translation>
    </message>
    <message>
        <source>Access with capacity (floating catchment)</source>
        <translation>Geografisk tillgänglighet med kapacitet (flytande upptagningsområden)</translation>
    </message>
    <message>
        <source>Added rows</source>
        <translation>Tillagda rader</translation>
    </message>
    <message>
        <source>Added, changed or unchanged</source>
        <translation>Tillagd, ändrad eller oförändrad</translation>
    </message>
    <message>
        <source>Adds metres_1 …: the length of the fastest way, legs off the road included. Compare scenarios uses it.</source>
        <translation>Lägger till metres_1 …: den snabbaste vägens längd, sträckan utanför väg inräknad. Används av Jämför scenarier.</translation>
    </message>
    <message>
        <source>Advanced: all supply within the time (cumulative)</source>
        <translation>Fördjupning: allt utbud inom restiden (kumulativt)</translation>
    </message>
    <message>
        <source>Advanced: balanced, nobody counted twice (BFCA)</source>
        <translation>Fördjupning: balanserat, ingen räknas två gånger (BFCA)</translation>
    </message>
    <message>
        <source>Advanced: cost of travel and crowding, lower is better (RAAM)</source>
        <translation>Fördjupning: kostnad för restid och trängsel, lägre är bättre (RAAM)</translation>
    </message>
    <message>
        <source>Advanced: distance counts twice (M2SFCA)</source>
        <translation>Fördjupning: avståndet räknas två gånger (M2SFCA)</translation>
    </message>
    <message>
        <source>Advanced: people first choose among facilities (3SFCA)</source>
        <translation>Fördjupning: invånarna väljer först bland vårdenheterna (3SFCA)</translation>
    </message>
    <message>
        <source>Advanced: shared supply, all in reach counts alike (2SFCA)</source>
        <translation>Fördjupning: delat utbud, alla inom räckhåll räknas lika (2SFCA)</translation>
    </message>
    <message>
        <source>Advanced: supply shared out, in amounts (spatial availability)</source>
        <translation>Fördjupning: utbudet fördelat, i mängder (rumslig tillgång)</translation>
    </message>
    <message>
        <source>Advanced: weighted supply without competition (gravity)</source>
        <translation>Fördjupning: viktat utbud utan konkurrens (gravitation)</translation>
    </message>
    <message>
        <source>Advanced: weights fall smoothly (KD2SFCA)</source>
        <translation>Fördjupning: vikterna avtar mjukt (KD2SFCA)</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>Against the norm</source>
        <translation>Mot normen</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Alarm time (minutes)</source>
        <translation>Larmtid (minuter)</translation>
    </message>
    <message>
        <source>Alarm, turn-out and drive from the nearest station, the share of people reached within 10, 15, 20 and 30 minutes, by municipality where MUNICIPALITY is named, and what one station fewer would mean. With hospitals it also tells how long the vehicle is away.

People whom no vehicle reaches stay in the denominator of every share.

Every vehicle is assumed to stand ready at its station: two calls at once are not modelled. Compare the times with the region's own log (Compare with known trips) before deciding on them.

Method: exact fastest paths for emergency vehicles from the stations.</source>
        <translation>Larm, anspänning och körning från närmaste station, andelen invånare som nås inom 10, 15, 20 och 30 minuter, per kommun där MUNICIPALITY anges, och vad en station färre skulle innebära. Med sjukhus visas också hur länge fordonet är borta.

Invånare som inget fordon når finns kvar i nämnaren i varje andel.

Varje fordon antas stå redo på sin station: två larm samtidigt modelleras inte. Jämför tiderna med regionens egen ambulanslogg (Jämför med kända resor) innan beslut grundas på dem.

Metod: exakt snabbaste väg för utryckningsfordon från stationerna.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alla filer</translation>
    </message>
    <message>
        <source>All within the longest time alike</source>
        <translation>Alla inom längsta restiden lika</translation>
    </message>
    <message>
        <source>Also the length of the way (m)</source>
        <translation>Även vägens längd (m)</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>Alternativ</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativ</translation>
    </message>
    <message>
        <source>Ambulance stations</source>
        <translation>Ambulansstationer</translation>
    </message>
    <message>
        <source>Among them {before} trips of the day before that run past midnight, and {after} of the night or day after.</source>
        <translation>Bland dem {before} turer från dagen före som går över midnatt och {after} från natten eller dagen efter.</translation>
    </message>
    <message>
        <source>Any points, such as settlements.</source>
        <translation>Valfria punkter, till exempel tätorter och småorter.</translation>
    </message>
    <message>
        <source>Apply a scenario</source>
        <translation>Tillämpa ett scenario</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Area (km²)</source>
        <translation>Yta (km²)</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>Områdeskod</translation>
    </message>
    <message>
        <source>Area code (field)</source>
        <translation>Områdeskod (fält)</translation>
    </message>
    <message>
        <source>Area code of the areas (field)</source>
        <translation>Områdenas områdeskod (fält)</translation>
    </message>
    <message>
        <source>Area code of the people (field)</source>
        <translation>Befolkningens områdeskod (fält)</translation>
    </message>
    <message>
        <source>Area type</source>
        <translation>Områdestyp</translation>
    </message>
    <message>
        <source>Area type (field)</source>
        <translation>Områdestyp (fält)</translation>
    </message>
    <message>
        <source>Area type (field; blank = no groups of areas)</source>
        <translation>Områdestyp (fält; tomt = inga grupper av områden)</translation>
    </message>
    <message>
        <source>Area type of the areas (field)</source>
        <translation>Områdenas områdestyp (fält)</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <source>Areas (layer or table)</source>
        <translation>Områden (lager eller tabell)</translation>
    </message>
    <message>
        <source>Areas that meet it</source>
        <translation>Områden som når det</translation>
    </message>
    <message>
        <source>Areas with the value that is followed up.</source>
        <translation>Områden med det värde som följs upp.</translation>
    </message>
    <message>
        <source>As in Nearest facility.</source>
        <translation>Som i Närmaste vårdenhet.</translation>
    </message>
    <message>
        <source>As it is written in the targets.</source>
        <translation>Så som det är skrivet i målvärdena.</translation>
    </message>
    <message>
        <source>As it stands: health centres that are not closed.</source>
        <translation>Som det står: vårdcentraler som inte är stängda.</translation>
    </message>
    <message>
        <source>As it stands: those that are not closed. Where FACILITIES is the whole register, say their kind, too, such as "type" = 'ambulansstation'.</source>
        <translation>Som det står: de som inte är stängda. Ange också slaget där FACILITIES är hela registret, till exempel "type" = 'ambulansstation'.</translation>
    </message>
    <message>
        <source>Asks of every facility: who has it as nearest, and what would they lose if it were gone? All facilities are answered in one run, from the two nearest of every point with people. Each facility is taken away alone; all others stand.

OUTPUT is the facilities, the worst first: rank (most people stranded, then most extra person-minutes), population_affected, population_stranded (people with no other facility within MAX_MINUTES; they are in no sum and no mean), extra_person_minutes, extra_person_km, mean_extra_minutes, next_facility (which receives most people) and next_share (its share of the affected), and percentile: the share of facilities with fewer extra person-minutes. Two facilities at the same place lose nothing. PEOPLE_OUTPUT is the points with people, with their two nearest facilities and the extra minutes.

Minutes and kilometres are one way and per person, not per visit. Whether the next facility has room is not asked; see Access with capacity. Kilometres follow the fastest way, and can be fewer than before.

With regions everyone takes part, and only facilities of the reported regions are written; people of other regions who have them as nearest count, shown by population_own and population_other.

Method: exact fastest paths to the two nearest of all facilities at once.</source>
        <translation>Frågar om varje vårdenhet: vilka har den närmast, och vad skulle de förlora om den försvann? Alla vårdenheter får sitt svar i en körning, utifrån de två närmaste för varje befolkningspunkt. Varje vårdenhet tas bort för sig; alla andra är kvar.

OUTPUT är vårdenheterna, den värsta först: rank (flest invånare som blir helt utan, därefter flest extra personminuter), population_affected, population_stranded (blir helt utan: invånare som inte har någon annan vårdenhet inom MAX_MINUTES; de ingår inte i någon summa och inget medelvärde), extra_person_minutes, extra_person_km, mean_extra_minutes, next_facility (den som flest då har närmast) och next_share (andelen av de berörda som då har den närmast) samt percentile: andelen vårdenheter med färre extra personminuter. Två vårdenheter på samma plats ersätter varandra: där förlorar invånarna inget. PEOPLE_OUTPUT är befolkningspunkterna med sina två närmaste vårdenheter och de extra minuterna.

Minuter och kilometer gäller enkel resa och per invånare, inte per besök. Om nästa vårdenhet har plats ingår inte i frågan; se Geografisk tillgänglighet med kapacitet. Kilometrarna följer den snabbaste vägen och kan bli färre än förut.

Med regioner räknas alla med, och bara vårdenheterna i de redovisade regionerna skrivs; invånare i andra regioner som har dem närmast räknas, vilket visas av population_own och population_other.

Metod: exakt snabbaste väg till de två närmaste av alla vårdenheter på en gång.</translation>
    </message>
    <message>
        <source>At most 30:00.</source>
        <translation>Högst 30:00.</translation>
    </message>
    <message>
        <source>At most so far from the best (share; empty = unknown)</source>
        <translation>Högst så långt från det bästa (andel; tomt = okänt)</translation>
    </message>
    <message>
        <source>BEFORE and AFTER have no id in common. Choose the same id field as when the layers were made. Their first ids are {before} and {after}.</source>
        <translation>BEFORE och AFTER har inget id gemensamt. Välj samma id-fält som när lagren skapades. Deras första id är {before} och {after}.</translation>
    </message>
    <message>
        <source>BREAKS and WEIGHTS must be as many numbers each: “{breaks}” and “{weights}”. Write 1;0.68 or 1;0,68, or with commas and decimal points 1,0.68.</source>
        <translation>BREAKS och WEIGHTS måste ha lika många tal: ”{breaks}” och ”{weights}”. Skriv 1;0,68 eller 1;0.68, eller 1,0.68 med komma emellan och decimalpunkt.</translation>
    </message>
    <message>
        <source>BREAKS must be rising numbers above 0, and WEIGHTS must not be negative.</source>
        <translation>BREAKS måste vara stigande tal över 0, och WEIGHTS får inte vara negativa.</translation>
    </message>
    <message>
        <source>Balanced access (compare within this run only)</source>
        <translation>Balanserad geografisk tillgänglighet (jämför bara inom körningen)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>Begin with E2SFCA; the help says what the others add.</source>
        <translation>Börja med E2SFCA; hjälptexten förklarar vad de andra tillför.</translation>
    </message>
    <message>
        <source>Between getting off and boarding again, the walk included; the timetable's own rules hold besides.</source>
        <translation>Mellan avstigning och påstigning, gången inräknad; tidtabellens egna regler gäller också.</translation>
    </message>
    <message>
        <source>Bicycle</source>
        <translation>Cykel</translation>
    </message>
    <message>
        <source>Blank = figures of the whole region.</source>
        <translation>Tomt = uppgifter för hela regionen.</translation>
    </message>
    <message>
        <source>Blank = only the way to the patient.</source>
        <translation>Tomt = bara vägen till patienten.</translation>
    </message>
    <message>
        <source>Blank = the first four digits of the area code.</source>
        <translation>Tomt = områdeskodens första fyra siffror.</translation>
    </message>
    <message>
        <source>Blank = the first two digits of the area code.</source>
        <translation>Tomt = områdeskodens första två siffror.</translation>
    </message>
    <message>
        <source>Blank = the listed people of the capacity table.</source>
        <translation>Tomt = antalet listade i kapacitetstabellen.</translation>
    </message>
    <message>
        <source>Blank = the text in SOURCE.</source>
        <translation>Tomt = texten i SOURCE.</translation>
    </message>
    <message>
        <source>Blank keeps the description of the scenario that is copied.</source>
        <translation>Tomt behåller beskrivningen av det scenario som kopieras.</translation>
    </message>
    <message>
        <source>Blank keeps the year of the scenario that is copied.</source>
        <translation>Tomt behåller året för det scenario som kopieras.</translation>
    </message>
    <message>
        <source>Blank takes the usual one of the method. 2SFCA, cumulative and RAAM have none.</source>
        <translation>Tomt ger metodens vanliga avtagande. 2SFCA, kumulativt och RAAM har inget.</translation>
    </message>
    <message>
        <source>Both empty in a station: always open. May go over midnight.</source>
        <translation>Båda tomma för en station: alltid öppen. Får gå över midnatt.</translation>
    </message>
    <message>
        <source>By its columns the layer is NVDB's homogenised network.</source>
        <translation>Av kolumnerna att döma är lagret NVDB:s homogeniserade vägnät.</translation>
    </message>
    <message>
        <source>By its columns the layer is OpenStreetMap.</source>
        <translation>Av kolumnerna att döma är lagret OpenStreetMap.</translation>
    </message>
    <message>
        <source>CALIBRATED_NETWORK would overwrite NETWORK, and its own times would be lost. Choose another name.</source>
        <translation>CALIBRATED_NETWORK skulle skriva över NETWORK, och dess egna tider skulle gå förlorade. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>CANDIDATES are tried only where UNITS is asked for; they were not read.</source>
        <translation>CANDIDATES prövas bara när UNITS ska skapas; lagret lästes inte.</translation>
    </message>
    <message>
        <source>CAPACITY was not given, so these rows are in no table of capacity: {list}.</source>
        <translation>CAPACITY angavs inte, så dessa rader syns inte i någon kapacitetstabell: {list}.</translation>
    </message>
    <message>
        <source>CHANGES has no column scenario, so {name} cannot be found in it. Leave SCENARIO empty.</source>
        <translation>CHANGES saknar kolumnen scenario, så {name} kan inte hittas där. Lämna SCENARIO tomt.</translation>
    </message>
    <message>
        <source>CHANGES has no scenario called {name}. It has: {names}.</source>
        <translation>CHANGES har inget scenario som heter {name}. Där finns: {names}.</translation>
    </message>
    <message>
        <source>CHANGES holds several scenarios: {names}. Choose one in SCENARIO.</source>
        <translation>CHANGES innehåller flera scenarier: {names}. Välj ett i SCENARIO.</translation>
    </message>
    <message>
        <source>CLASS_FIELD has {n} classes or more; roads of the rarest got none.</source>
        <translation>CLASS_FIELD har {n} klasser eller fler; vägar i de ovanligaste fick ingen klass.</translation>
    </message>
    <message>
        <source>Calls at each point in a year.</source>
        <translation>Uppdrag i varje punkt under ett år.</translation>
    </message>
    <message>
        <source>Calls per 1 000 people and year</source>
        <translation>Uppdrag per 1 000 invånare och år</translation>
    </message>
    <message>
        <source>Calls per year</source>
        <translation>Uppdrag per år</translation>
    </message>
    <message>
        <source>Calls per year (field)</source>
        <translation>Uppdrag per år (fält)</translation>
    </message>
    <message>
        <source>Calls per year that no vehicle completes</source>
        <translation>Uppdrag per år som inget fordon fullföljer</translation>
    </message>
    <message>
        <source>Calls per year: the field {field} of ORIGINS.</source>
        <translation>Uppdrag per år: fältet {field} i ORIGINS.</translation>
    </message>
    <message>
        <source>Calls per year: {n} per 1 000 people, the same everywhere. This is an assumption, not a count of calls.</source>
        <translation>Uppdrag per år: {n} per 1 000 invånare, lika överallt. Det är ett antagande, inte räknade uppdrag.</translation>
    </message>
    <message>
        <source>Can on-call duty be kept at every unit?</source>
        <translation>Kan jour och beredskap upprätthållas vid varje vårdenhet?</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Avbrutet; inget skrevs.</translation>
    </message>
    <message>
        <source>Candidate id (field)</source>
        <translation>Kandidatens id (fält)</translation>
    </message>
    <message>
        <source>Candidate places</source>
        <translation>Kandidatplatser</translation>
    </message>
    <message>
        <source>Candidate sites</source>
        <translation>Kandidatplatser</translation>
    </message>
    <message>
        <source>Candidate sites, chosen or not</source>
        <translation>Kandidatplatser, valda eller inte</translation>
    </message>
    <message>
        <source>Candidate stations (points)</source>
        <translation>Kandidater till nya stationer (punkter)</translation>
    </message>
    <message>
        <source>Capacity (field; for the method with room per site)</source>
        <translation>Kapacitet (fält; för metoden med kapacitet per plats)</translation>
    </message>
    <message>
        <source>Capacity (table)</source>
        <translation>Kapacitet (tabell)</translation>
    </message>
    <message>
        <source>Capacity in the scenario</source>
        <translation>Kapacitet i scenariot</translation>
    </message>
    <message>
        <source>Capacity of primary care</source>
        <translation>Primärvårdens kapacitet</translation>
    </message>
    <message>
        <source>Capacity per health centre</source>
        <translation>Kapacitet per vårdcentral</translation>
    </message>
    <message>
        <source>Capacity per year</source>
        <translation>Kapacitet per år</translation>
    </message>
    <message>
        <source>Capacity without people: {n} facilities with supply {supply} have no demand in reach: {list}.</source>
        <translation>Kapacitet utan befolkning: vårdenheter med utbudet {supply} utan efterfrågan inom räckhåll ({n} st): {list}.</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Bil</translation>
    </message>
    <message>
        <source>Car and emergency vehicle drive at the roads' speeds; bicycle 16 km/h, walking 5 km/h. An emergency vehicle may also use roads closed to motor traffic.</source>
        <translation>Bil och utryckningsfordon kör i vägarnas hastighet; cykel 16 km/h, gång 5 km/h. Utryckningsfordon får även köra på vägar som är avstängda för motortrafik.</translation>
    </message>
    <message>
        <source>Care form</source>
        <translation>Vårdform</translation>
    </message>
    <message>
        <source>Care per region</source>
        <translation>Vård per region</translation>
    </message>
    <message>
        <source>Catchments</source>
        <translation>Upptagningsområden</translation>
    </message>
    <message>
        <source>Cell size (m)</source>
        <translation>Rutstorlek (m)</translation>
    </message>
    <message>
        <source>Cells of {size} m over so large an area do not fit in memory. Choose a larger CELL_SIZE or a smaller area.</source>
        <translation>Rutor på {size} m över ett så stort område ryms inte i minnet. Välj ett större värde på CELL_SIZE eller ett mindre område.</translation>
    </message>
    <message>
        <source>Centres inside the norm</source>
        <translation>Vårdcentraler inom normen</translation>
    </message>
    <message>
        <source>Centres over the norm</source>
        <translation>Vårdcentraler över normen</translation>
    </message>
    <message>
        <source>Centres over the norm after</source>
        <translation>Vårdcentraler över normen efter</translation>
    </message>
    <message>
        <source>Centres over the norm before</source>
        <translation>Vårdcentraler över normen före</translation>
    </message>
    <message>
        <source>Centres whose capacity or listed people are unknown</source>
        <translation>Vårdcentraler med okänd kapacitet eller okänt antal listade</translation>
    </message>
    <message>
        <source>Centres without doctors</source>
        <translation>Vårdcentraler utan läkare</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändring</translation>
    </message>
    <message>
        <source>Change in calls per year that no vehicle completes</source>
        <translation>Ändrat antal uppdrag per år som inget fordon fullföljer</translation>
    </message>
    <message>
        <source>Change in mean response time (min)</source>
        <translation>Ändrad genomsnittlig responstid (min)</translation>
    </message>
    <message>
        <source>Change in mean travel time (min)</source>
        <translation>Ändrad genomsnittlig restid (min)</translation>
    </message>
    <message>
        <source>Change in people whom no vehicle reaches</source>
        <translation>Ändrat antal invånare som inget fordon når</translation>
    </message>
    <message>
        <source>Change in people within the threshold</source>
        <translation>Ändrat antal invånare inom tröskeln</translation>
    </message>
    <message>
        <source>Change in the share of all people</source>
        <translation>Ändrad andel av alla invånare</translation>
    </message>
    <message>
        <source>Change in travel time</source>
        <translation>Ändrad restid</translation>
    </message>
    <message>
        <source>Change in travel time (min)</source>
        <translation>Ändrad restid (min)</translation>
    </message>
    <message>
        <source>Change in travel time per area</source>
        <translation>Ändrad restid per område</translation>
    </message>
    <message>
        <source>Change in vehicle hours per year</source>
        <translation>Ändrade fordonstimmar per år</translation>
    </message>
    <message>
        <source>Change of listed</source>
        <translation>Ändrat antal listade</translation>
    </message>
    <message>
        <source>Change of pay (kronor)</source>
        <translation>Ändrad ersättning (kronor)</translation>
    </message>
    <message>
        <source>Changed rows</source>
        <translation>Ändrade rader</translation>
    </message>
    <message>
        <source>Changes (median)</source>
        <translation>Byten (median)</translation>
    </message>
    <message>
        <source>Changes (table or points)</source>
        <translation>Ändringar (tabell eller punkter)</translation>
    </message>
    <message>
        <source>Changes (table)</source>
        <translation>Ändringar (tabell)</translation>
    </message>
    <message>
        <source>Changes after this year do not count. Blank = all changes count.</source>
        <translation>Ändringar efter detta år räknas inte. Tomt = alla ändringar räknas.</translation>
    </message>
    <message>
        <source>Changes up to and including this year are made.</source>
        <translation>Ändringar till och med detta år genomförs.</translation>
    </message>
    <message>
        <source>Choose sites</source>
        <translation>Välj platser</translation>
    </message>
    <message>
        <source>Chooses where to place facilities among CANDIDATES, from a table made by Travel time matrix (COUNT 0) between the people and the candidates. A pair that is missing in MATRIX is no route, so make the matrix without MAX_MINUTES, or with one that is long enough.

METHOD: pmedian = P sites with the least person-minutes; pcenter = P sites with the shortest longest journey; mclp = P sites that cover the most people within RADIUS; lscp = the fewest sites that cover everyone within RADIUS; capacitated = pmedian where no site is given more than its CAPACITY. P counts sites that are fixed open. RADIUS is inclusive. Points with no demand do not steer.

Where to place one more: mark today's sites as open in FIXED, and let P be one more than they are.

OUTPUT is the candidates with chosen, demand (served; within RADIUS where that is used) and mean_minutes. ASSIGNMENT has a row per point: ok, beyond_limit (farther than RADIUS), not_served (no chosen site can be reached or has room) or no_route (no candidate can be reached). People nobody can cover are listed and left out; the rest is solved. Where so few sites cannot serve everyone, the most people are served first.

A heuristic answers first (greedy choice and swaps). Then comes the exact solution, if at most EXACT_UP_TO pairs are left when all that provably cannot matter is taken away, and within TIME_LIMIT. The result always says which: proven best, stopped by time, or heuristic, and at most how far from the best (GAP). There may be several choices that are equally good; one is shown.

Method: location-allocation models (Hakimi 1964; Toregas et al. 1971; Church and ReVelle 1974), mixed-integer programming with HiGHS in scipy, Teitz and Bart's interchange and a Lagrangian bound.</source>
        <translation>Väljer var vårdenheter ska ligga bland CANDIDATES, utifrån en tabell från Restidsmatris (COUNT 0) mellan invånarna och kandidaterna. Ett par som saknas i MATRIX betyder att färdväg saknas, så skapa matrisen utan MAX_MINUTES eller med ett som är tillräckligt långt.

METHOD: pmedian = P platser med minst personminuter; pcenter = P platser med kortast längsta resa; mclp = P platser som täcker flest invånare inom RADIUS; lscp = så få platser som möjligt som täcker alla inom RADIUS; capacitated = pmedian där ingen plats får mer än sin CAPACITY. P omfattar också platser som måste väljas. Gränsen RADIUS räknas med. Punkter utan efterfrågan påverkar inte valet.

Var ska en till ligga: märk dagens platser som open i FIXED och låt P vara en mer än de är.

OUTPUT är kandidaterna med chosen, demand (betjänad; inom RADIUS där den används) och mean_minutes. ASSIGNMENT har en rad per punkt: ok, beyond_limit (längre bort än RADIUS), not_served (ingen vald plats kan nås eller kan ta emot fler) eller no_route (ingen kandidat kan nås). Invånare som ingen plats kan täcka listas och utelämnas; resten löses. Där så få platser inte kan betjäna alla betjänas först så många som möjligt.

En heuristik svarar först (girigt val och byten). Sedan kommer den exakta lösningen, om högst EXACT_UP_TO par återstår när allt som bevisligen inte spelar roll tagits bort, och inom TIME_LIMIT. Resultatet anger alltid vilket: bevisat bäst, stoppat av tiden eller heuristik, och högst hur långt från det bästa (GAP). Flera val kan vara lika bra; ett visas.

Metod: lokaliseringsmodeller (Hakimi 1964; Toregas m.fl. 1971; Church och ReVelle 1974), heltalsprogrammering med HiGHS i scipy, Teitz och Barts byten och en Lagrangegräns.</translation>
    </message>
    <message>
        <source>Chooses, among candidate places, the one (or several) that brings most people within a travel time of a facility, when all that stand today remain. WHICH says which facilities those are: of the same kind as the new one, and not closed.

The map shows which places are chosen and how many people each serves. The table tells where every point goes: not_served has a candidate within the travel time that was not chosen, no_route has none. Both are counted in the log.

Only distance decides here: price, plot and staff do not. Look at the next best places, too, by taking the chosen one out of the candidates.

Method: maximal covering, solved exactly where the size allows; the log says which.</source>
        <translation>Väljer, bland kandidatplatserna, den (eller de) som gör att flest invånare har en vårdenhet inom restiden, när alla som finns i dag är kvar. WHICH anger vilka vårdenheter det är: av samma slag som den nya, och inte stängda.

Kartan visar vilka platser som väljs och hur många invånare var och en betjänar. Tabellen visar vart varje befolkningspunkt hör. not_served har en kandidat inom restiden som inte valdes, no_route har ingen. Båda räknas i loggen.

Bara restiden avgör här: inte pris, tomt eller personal. Titta också på de näst bästa platserna, genom att ta bort den valda bland kandidaterna.

Metod: maximal täckning, löst exakt där storleken medger det; loggen anger vilket.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Vald</translation>
    </message>
    <message>
        <source>Chosen places</source>
        <translation>Valda platser</translation>
    </message>
    <message>
        <source>Class of road (blank = all)</source>
        <translation>Vägklass (tomt = alla)</translation>
    </message>
    <message>
        <source>Class of road (field)</source>
        <translation>Vägklass (fält)</translation>
    </message>
    <message>
        <source>Class with most time</source>
        <translation>Vägklass med mest tid</translation>
    </message>
    <message>
        <source>Classes are the functional classes of road in NVDB, 0–9.</source>
        <translation>Klasserna är NVDB:s funktionella vägklasser, 0–9.</translation>
    </message>
    <message>
        <source>Classes are the values of highway in OpenStreetMap.</source>
        <translation>Klasserna är värdena på highway i OpenStreetMap.</translation>
    </message>
    <message>
        <source>Classes are those of the road data.</source>
        <translation>Klasserna är de som finns i vägdata.</translation>
    </message>
    <message>
        <source>Classes of road: {list}.</source>
        <translation>Vägklasser: {list}.</translation>
    </message>
    <message>
        <source>Classes without trips get the overall factor {overall}.</source>
        <translation>Klasser utan resor får den samlade faktorn {overall}.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Compare scenarios</source>
        <translation>Jämför scenarier</translation>
    </message>
    <message>
        <source>Compare with known trips</source>
        <translation>Jämför med kända resor</translation>
    </message>
    <message>
        <source>Compares travel time to one service before and after the changes of a scenario: who gets nearer, who farther, and by how much, per point and per area, by age and area type.

The changes are rows with facility_id, action (open, close, move, change_role, add_service, remove_service, capacity) and year; those up to YEAR are made. Before is the register as it stands that year without them.

It shows minutes and kilometres of one visit for everybody, whether or not they need one. It does not show whether the next facility has room, and nothing about health.

Method: the same exact fastest paths twice; people who lose or gain reach are counted apart.</source>
        <translation>Jämför restiden till en funktion eller specialitet före och efter ett scenarios ändringar: vilka som får kortare och längre restid och hur mycket, per befolkningspunkt och per område, efter ålder och områdestyp.

Ändringarna är rader med facility_id, action (open, close, move, change_role, add_service, remove_service, capacity) och year; de som gäller till och med YEAR genomförs. Före är registret som det ser ut det året utan dem.

Modellen visar minuter och kilometer för ett besök av alla invånare, oavsett om de behöver ett. Den visar inte om nästa vårdenhet har plats, och säger inget om hälsa.

Metod: exakt snabbaste väg, räknad på samma sätt före och efter; invånare som blir helt utan eller får vård inom räckhåll räknas för sig.</translation>
    </message>
    <message>
        <source>Compares two layers of travel times to the same people, such as two results of Nearest facility before and after a scenario: who gets nearer, who gets farther, and who gains or loses reach altogether.

OUTPUT is the points of BEFORE with minutes_before, minutes_after, change (minutes; plus is farther) and reach: ok, lost, gained or never. AREA_OUTPUT has the same per area: people, mean minutes before and after, gainers, losers, and people who lose or gain reach.

SUMMARY has one row per measure for all, for each AREA_TYPE, each fifth of people by AREA_INDEX (5 = highest index), and each field of BEFORE that begins with age_: people without reach, gainers, losers, person-minutes, mean, 90th percentile, maximum, shares past 30, 60 and 90 minutes, person-km and km per visit. Minutes and km are of one trip, one way. With AREA_INDEX, quintile_ratio comes first: mean minutes of the fifth with the highest index over those of the fifth with the lowest; above 1, those with the highest index travel longer.

Minutes and km are compared over those who have reach both before and after; who loses or gains reach is counted apart, never as 0. The shares have everyone in the denominator, and who has no reach is past every limit; the limit itself is within. POPULATION is counted; VISITS (trips per year at each point) weights minutes, km and shares, and is POPULATION where it is blank. Age groups are weighted by their own number of people.

Km need METRES in both layers; else those rows are empty and say why. A change up to THRESHOLD_MINUTES counts as none.

Method: the measures of level structuring (nivåstrukturering). They say nothing of effects on health.</source>
        <translation>Jämför två lager med restider för samma invånare, till exempel två resultat från Närmaste vårdenhet före och efter ett scenario: vilka som får kortare restid, vilka som får längre, och vilka som blir helt utan eller får vård inom räckhåll.

OUTPUT är punkterna i BEFORE med minutes_before, minutes_after, change (minuter; plus är längre) och reach: ok, lost (blir helt utan), gained (nås först efter) eller never (utan både före och efter). AREA_OUTPUT har samma sak per område: invånare, genomsnittlig restid före och efter, hur många som får kortare och längre restid, och hur många som blir helt utan eller får vård inom räckhåll.

SUMMARY har en rad per mått för alla, för varje AREA_TYPE, för varje femtedel av invånarna efter AREA_INDEX (5 = högst index) och för varje fält i BEFORE som börjar med age_: invånare utan vård inom räckhåll, hur många som får kortare och längre restid, personminuter, medelvärde, 90:e percentil, längsta restid, andelar över 30, 60 och 90 minuter, personkilometer och km per besök. Minuter och km gäller en enkel resa. Med AREA_INDEX står quintile_ratio först: genomsnittlig restid för femtedelen med högst index delat med den för femtedelen med lägst; över 1 reser de med högst index längre.

Minuter och km jämförs för dem som har vård inom räckhåll både före och efter; de som blir helt utan eller får vård inom räckhåll räknas för sig, aldrig som 0. Andelarna har alla i nämnaren, och den som inte har vård inom räckhåll är över varje gräns; själva gränsen räknas som inom. POPULATION räknas; VISITS (resor per år från varje punkt) viktar minuter, km och andelar; om inget anges används POPULATION. Åldersgrupper viktas med sitt eget antal invånare.

Km kräver METRES i båda lagren; annars är de raderna tomma och anger varför. En ändring på högst THRESHOLD_MINUTES räknas som ingen.

Metod: måtten för nivåstrukturering. De säger inget om följder för hälsan.</translation>
    </message>
    <message>
        <source>Compile road network</source>
        <translation>Skapa vägnätsfil</translation>
    </message>
    <message>
        <source>Computed / observed</source>
        <translation>Beräknad / observerad</translation>
    </message>
    <message>
        <source>Computed against observed travel time</source>
        <translation>Beräknad restid mot observerad</translation>
    </message>
    <message>
        <source>Computed time (min)</source>
        <translation>Beräknad restid (min)</translation>
    </message>
    <message>
        <source>Computed time with the proposed factors (min)</source>
        <translation>Beräknad restid med föreslagna faktorer (min)</translation>
    </message>
    <message>
        <source>Computed − observed (min)</source>
        <translation>Beräknad − observerad (min)</translation>
    </message>
    <message>
        <source>Consequence of closing health centres</source>
        <translation>Vårdvalskonsekvens när vårdcentraler stänger</translation>
    </message>
    <message>
        <source>Coordinate system of x and y</source>
        <translation>Koordinatsystem för x och y</translation>
    </message>
    <message>
        <source>Copies a scenario of the workspace with all its changes under a new name, so that a variant can be made of it in the attribute table of scenario_changes. The new scenario remembers in based_on what it was copied from; the first one stays as it is.

YEAR is the year that the new scenario shows, such as 2030, 2040 or 2050. It is a note for people and reports: the changes keep their own years, and Apply a scenario is told its year.

A name that is taken is refused. Both tables are written in one transaction: all of the copy or nothing.</source>
        <translation>Kopierar ett scenario i arbetsytan med alla dess ändringar under ett nytt namn, så att en variant kan göras av det i attributtabellen för scenario_changes. I based_on står vad det nya scenariot kopierades från; förlagan är oförändrad.

YEAR är det år som det nya scenariot visar, till exempel 2030, 2040 eller 2050. Det är en uppgift för läsare och rapporter: ändringarna behåller sina egna år, och i Tillämpa ett scenario anges året för sig.

Ett namn som redan finns avvisas. Båda tabellerna skrivs i ett enda steg: hela kopian eller ingenting.</translation>
    </message>
    <message>
        <source>Copy a scenario</source>
        <translation>Kopiera ett scenario</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Cosinus</translation>
    </message>
    <message>
        <source>Cost of travel and crowding (lower is better)</source>
        <translation>Kostnad för restid och trängsel (lägre är bättre)</translation>
    </message>
    <message>
        <source>Counts as a floor at every unit, beside the on-call floor of PROCEDURES.</source>
        <translation>Räknas som golv vid varje vårdenhet, vid sidan av jourgolvet i PROCEDURES.</translation>
    </message>
    <message>
        <source>Counts how many people may be listed at every health centre by its doctors, and how many are.

FACILITIES are the health centres. CAPACITY is a table with facility_id, kind, value and date; the newest date of each centre and kind counts. Kinds: heltid_specialist (full-time specialists in general practice), heltid_st (full-time doctors in specialist training) and listade (listed). LISTINGS, where given, says instead who is listed: a table with area_code, unit_id, number, date and status, of which the newest date counts.

supply = NORM × specialists + ST_NORM × doctors in training: people that may be listed. It is the SUPPLY of the tool floatingcatchment, whose access then reads places per inhabitant: 1 = the norm is met. OUTPUT is the facilities with gp_fte, st_fte, supply, listed, listed_per_gp (per full-time specialist alone), load (listed over supply; 1 = the norm), spare_places (negative = over the norm) and norm_status: inside, over, no_doctors or unknown.

Where no row tells of specialists, supply is empty and the status unknown, never 0. A centre with specialists but no row of doctors in training counts as having none of these; such centres are listed. Hidden numbers in LISTINGS are in no sum: such a centre has more listed than is shown, and hidden_cells says in how many cells. Where four people in each of them would pass the norm, the status is unknown.

SUMMARY: measures of all centres together; share_inside_norm is the share of the known listed people whose centre is inside the norm. With REPORT_REGION only those regions are written and summed.

Method: Socialstyrelsen's norm of April 2022, 1 100 listed per full-time specialist and 550 per doctor in training, which it calls neither floor nor ceiling; 1 100 also in Norrbotten and Gotland, 1 250 in Jämtland Härjedalen, 1 500 in Värmland, 1 750 Kalmar's aim.</source>
        <translation>Räknar hur många som kan vara listade vid varje vårdcentral utifrån dess läkare, och hur många som är det.

FACILITIES är vårdcentralerna. CAPACITY är en tabell med facility_id, kind, value och date; det senaste datumet för varje vårdcentral och slag räknas. Slag: heltid_specialist (heltidsarbetande specialister i allmänmedicin), heltid_st (heltidsarbetande ST-läkare) och listade. LISTINGS, om den anges, visar i stället hur många som är listade: en tabell med area_code, unit_id, number, date och status, där det senaste datumet räknas.

supply = NORM × specialister + ST_NORM × ST-läkare: så många som kan vara listade. Fältet är SUPPLY i verktyget Geografisk tillgänglighet med kapacitet, vars resultat då är listningsplatser per invånare: 1 = normen nås. OUTPUT är vårdenheterna med gp_fte, st_fte, supply, listed, listed_per_gp (enbart per heltidsarbetande specialist), load (listade delat med platser; 1 = normen), spare_places (minus = över normen) och norm_status: inside, over, no_doctors eller unknown.

Där ingen rad anger specialister är supply tomt och status unknown, aldrig 0. En vårdcentral med specialister men utan rad för ST-läkare räknas som utan sådana; de vårdcentralerna listas. Dolda tal i LISTINGS ingår inte i någon summa: en sådan vårdcentral har fler listade än som visas, och hidden_cells säger i hur många celler. Där fyra personer till i var och en av dem skulle passera normen är status unknown.

SUMMARY: mått för alla vårdcentraler tillsammans; share_inside_norm är andelen av de kända listade vars vårdcentral är inom normen. Med REPORT_REGION skrivs och summeras bara de regionerna.

Metod: Socialstyrelsens norm från april 2022, 1 100 listade per heltidsarbetande specialist och 550 per ST-läkare, som enligt Socialstyrelsen varken är golv eller tak; 1 100 också i Norrbotten och på Gotland, 1 250 i Jämtland Härjedalen, 1 500 i Värmland, 1 750 är Kalmars mål.</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Län</translation>
    </message>
    <message>
        <source>Coverage and vehicle hours</source>
        <translation>Täckning och fordonstimmar</translation>
    </message>
    <message>
        <source>Covered within (minutes)</source>
        <translation>Täckt inom (minuter)</translation>
    </message>
    <message>
        <source>Covered within (minutes; the two covering methods)</source>
        <translation>Täckt inom (minuter; de två täckningsmetoderna)</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Skapa arbetsyta</translation>
    </message>
    <message>
        <source>Crosses a county border</source>
        <translation>Över länsgräns</translation>
    </message>
    <message>
        <source>Crosses a municipal border</source>
        <translation>Över kommungräns</translation>
    </message>
    <message>
        <source>DATE must be a day written as 2026-03-04, not {text}.</source>
        <translation>DATE måste vara en dag skriven som 2026-03-04, inte {text}.</translation>
    </message>
    <message>
        <source>DEMAND is blank, so every point counts as one.</source>
        <translation>DEMAND är tomt, så varje punkt räknas som en.</translation>
    </message>
    <message>
        <source>Date (YYYY-MM-DD)</source>
        <translation>Datum (ÅÅÅÅ-MM-DD)</translation>
    </message>
    <message>
        <source>Date of the decision</source>
        <translation>Beslutsdatum</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Beslutat av</translation>
    </message>
    <message>
        <source>Delay at each junction (s)</source>
        <translation>Fördröjning i varje korsning (s)</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Efterfrågan</translation>
    </message>
    <message>
        <source>Demand (field), such as the number of people</source>
        <translation>Efterfrågan (fält), till exempel antal invånare</translation>
    </message>
    <message>
        <source>Demand (field; blank = one per point)</source>
        <translation>Efterfrågan (fält; tomt = en per punkt)</translation>
    </message>
    <message>
        <source>Demand and supply per facility</source>
        <translation>Efterfrågan och utbud per vårdenhet</translation>
    </message>
    <message>
        <source>Demand covered within RADIUS: {value}.</source>
        <translation>Efterfrågan som täcks inom RADIUS: {value}.</translation>
    </message>
    <message>
        <source>Demand less capacity per year, after</source>
        <translation>Efterfrågan minus kapacitet per år, efter</translation>
    </message>
    <message>
        <source>Demand less capacity per year, before</source>
        <translation>Efterfrågan minus kapacitet per år, före</translation>
    </message>
    <message>
        <source>Demand over capacity after</source>
        <translation>Efterfrågan delat med kapacitet, efter</translation>
    </message>
    <message>
        <source>Demand over capacity before</source>
        <translation>Efterfrågan delat med kapacitet, före</translation>
    </message>
    <message>
        <source>Demand served</source>
        <translation>Betjänad efterfrågan</translation>
    </message>
    <message>
        <source>Demand that the chosen sites do not serve</source>
        <translation>Efterfrågan som de valda platserna inte betjänar</translation>
    </message>
    <message>
        <source>Demand without a facility in reach</source>
        <translation>Efterfrågan utan vårdenhet inom räckhåll</translation>
    </message>
    <message>
        <source>Demand {demand} at {origins} origins; supply {supply} at {facilities} facilities.</source>
        <translation>Efterfrågan {demand} (befolkningspunkter: {origins}); utbud {supply} (vårdenheter: {facilities}).</translation>
    </message>
    <message>
        <source>Demand × travel time: {value} person-minutes in all.</source>
        <translation>Efterfrågan × restid: {value} personminuter totalt.</translation>
    </message>
    <message>
        <source>Demand, weighted</source>
        <translation>Viktad efterfrågan</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beskrivning</translation>
    </message>
    <message>
        <source>Description of the copy</source>
        <translation>Beskrivning av kopian</translation>
    </message>
    <message>
        <source>Deviation with the proposed factors (min)</source>
        <translation>Avvikelse med föreslagna faktorer (min)</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>Avvikelser</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Riktning</translation>
    </message>
    <message>
        <source>Distance to the road (m)</source>
        <translation>Avstånd till väg (m)</translation>
    </message>
    <message>
        <source>Distance within which ends meet (m)</source>
        <translation>Avstånd inom vilket ändar möts (m)</translation>
    </message>
    <message>
        <source>Distribute care between regions</source>
        <translation>Fördela vård mellan regioner</translation>
    </message>
    <message>
        <source>Drawing the areas</source>
        <translation>Ritar områdena</translation>
    </message>
    <message>
        <source>Draws the area within each travel time in BREAKS of the facilities, as polygons with holes, and counts the people in each.

OVERLAP separate gives every facility its own areas; merged gives the area within reach of any facility; nearest gives responsibility areas that tile: each place belongs to the facility nearest in time.

One MultiPolygon per facility and ring: more than from_minutes and at most to_minutes (the first ring includes 0), area_km2, population of the ring and population_within of all rings up to it. People (ORIGINS, POPULATION) are counted by their own travel time, not by the polygon they lie in; without ORIGINS the two fields are empty. With FACILITY_REGION and REPORT_REGION only the facilities of the reported regions are drawn; with nearest all of them compete first. ORIGIN_REGION adds how many people of each ring come from the facility's own region (population_own) and from others (population_other).

Areas are made of cells of CELL_SIZE metres: the time along the roads plus a straight leg of at most MAX_OFFROAD metres to the cell's centre. NETWORK, FACILITIES, MODE, DIRECTION and the rest work as in Nearest facility.</source>
        <translation>Ritar området inom varje restid i BREAKS runt vårdenheterna, som ytor med hål, och räknar invånarna i varje område.

OVERLAP separate ger varje vårdenhet egna områden; merged ger det område som ligger inom restiden för minst en vårdenhet; nearest ger ansvarsområden utan glapp och överlapp: varje plats hör till den vårdenhet som har kortast restid.

En multipolygon per vårdenhet och ring: restid över from_minutes till och med to_minutes (den första ringen omfattar även 0), area_km2, population i ringen och population_within i alla ringar till och med den. Invånarna (ORIGINS, POPULATION) räknas efter sin egen restid, inte efter den yta de bor i; utan ORIGINS är de två fälten tomma. Med FACILITY_REGION och REPORT_REGION ritas bara vårdenheterna i de redovisade regionerna; med nearest räknas först alla vårdenheter med. ORIGIN_REGION lägger till hur många av invånarna i varje ring som kommer från vårdenhetens egen region (population_own) och från andra regioner (population_other).

Områdena byggs av rutor med sidan CELL_SIZE meter: tiden längs vägarna plus en rak sträcka på högst MAX_OFFROAD meter till rutans mitt. NETWORK, FACILITIES, MODE, DIRECTION och övriga inställningar fungerar som i Närmaste vårdenhet.</translation>
    </message>
    <message>
        <source>Drive time (min)</source>
        <translation>Körtid (min)</translation>
    </message>
    <message>
        <source>END_TIME must be later than START_TIME.</source>
        <translation>END_TIME måste vara senare än START_TIME.</translation>
    </message>
    <message>
        <source>Each facility has its own areas</source>
        <translation>Varje vårdenhet har egna områden</translation>
    </message>
    <message>
        <source>Each is tried as one more station. Blank = none.</source>
        <translation>Var och en prövas som en station till. Tomt = ingen prövas.</translation>
    </message>
    <message>
        <source>Each place belongs to the nearest facility</source>
        <translation>Varje plats hör till närmaste vårdenhet</translation>
    </message>
    <message>
        <source>East or longitude of the end.</source>
        <translation>Målets östkoordinat eller longitud.</translation>
    </message>
    <message>
        <source>East or longitude of the start.</source>
        <translation>Startens östkoordinat eller longitud.</translation>
    </message>
    <message>
        <source>Economy</source>
        <translation>Ekonomi</translation>
    </message>
    <message>
        <source>Emergency vehicle</source>
        <translation>Utryckningsfordon</translation>
    </message>
    <message>
        <source>Empty = no reach.</source>
        <translation>Tomt = ingen vårdenhet inom räckhåll.</translation>
    </message>
    <message>
        <source>End of the departures (HH:MM, not included)</source>
        <translation>Avgångarna slutar (TT:MM, räknas inte med)</translation>
    </message>
    <message>
        <source>End: id (field)</source>
        <translation>Mål: id (fält)</translation>
    </message>
    <message>
        <source>End: x (field)</source>
        <translation>Mål: x (fält)</translation>
    </message>
    <message>
        <source>End: y (field)</source>
        <translation>Mål: y (fält)</translation>
    </message>
    <message>
        <source>Epanechnikov</source>
        <translation>Epanechnikov</translation>
    </message>
    <message>
        <source>Errors and factors</source>
        <translation>Avvikelser och faktorer (tabell)</translation>
    </message>
    <message>
        <source>Every {field} in {layer} is 0, so there is nothing to share. Choose another field.</source>
        <translation>Alla värden i {field} i {layer} är 0, så det finns inget att fördela. Välj ett annat fält.</translation>
    </message>
    <message>
        <source>Everyone takes part; only these are written.</source>
        <translation>Alla räknas med; bara dessa skrivs.</translation>
    </message>
    <message>
        <source>Exact method stopped at the time limit ({seconds} s): at most {percent} % from the best.</source>
        <translation>Den exakta metoden stoppades vid tidsgränsen ({seconds} s): högst {percent} % från det bästa.</translation>
    </message>
    <message>
        <source>Exact method stopped at the time limit ({seconds} s): how far from the best is unknown.</source>
        <translation>Den exakta metoden stoppades vid tidsgränsen ({seconds} s): hur långt det är från det bästa är okänt.</translation>
    </message>
    <message>
        <source>Exact up to so many pairs (0 = heuristic only)</source>
        <translation>Exakt upp till så här många par (0 = bara heuristik)</translation>
    </message>
    <message>
        <source>Exact: proven to be the best choice.</source>
        <translation>Exakt: bevisat det bästa valet.</translation>
    </message>
    <message>
        <source>Expected patients per year</source>
        <translation>Förväntade patienter per år</translation>
    </message>
    <message>
        <source>Extent (blank = the whole network)</source>
        <translation>Utbredning (tomt = hela vägnätet)</translation>
    </message>
    <message>
        <source>Extra minutes if the nearest were gone</source>
        <translation>Extra minuter om den närmaste försvann</translation>
    </message>
    <message>
        <source>Extra person-kilometres</source>
        <translation>Extra personkilometer</translation>
    </message>
    <message>
        <source>Extra person-minutes</source>
        <translation>Extra personminuter</translation>
    </message>
    <message>
        <source>Extra person-minutes per year</source>
        <translation>Extra personminuter per år</translation>
    </message>
    <message>
        <source>FORWARD_VALUE and BACKWARD_VALUE are the same, which would close those roads both ways.</source>
        <translation>FORWARD_VALUE och BACKWARD_VALUE är lika, vilket skulle stänga de vägarna i båda riktningarna.</translation>
    </message>
    <message>
        <source>FROM_ID and TO_ID are looked up in ORIGINS by ORIGIN_ID and in FACILITIES by FACILITY_ID: name all four.</source>
        <translation>FROM_ID och TO_ID söks i ORIGINS med ORIGIN_ID och i FACILITIES med FACILITY_ID: ange alla fyra.</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>Vårdenheter</translation>
    </message>
    <message>
        <source>Facilities in the scenario</source>
        <translation>Vårdenheter i scenariot</translation>
    </message>
    <message>
        <source>Facilities or stations</source>
        <translation>Vårdenheter eller stationer</translation>
    </message>
    <message>
        <source>Facilities that do not stand that year</source>
        <translation>Vårdenheter som inte finns det året</translation>
    </message>
    <message>
        <source>Facilities that have it, but not then</source>
        <translation>Vårdenheter som har den, men inte då</translation>
    </message>
    <message>
        <source>Facilities that offer it then</source>
        <translation>Vårdenheter som har den då</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Vårdenhet</translation>
    </message>
    <message>
        <source>Facility id (field)</source>
        <translation>Vårdenhetens id (fält)</translation>
    </message>
    <message>
        <source>Facility nearest to most people</source>
        <translation>Vårdenhet som är närmast för flest</translation>
    </message>
    <message>
        <source>Facility {k}</source>
        <translation>Vårdenhet {k}</translation>
    </message>
    <message>
        <source>Factor on drive times, for winter roads</source>
        <translation>Faktor för körtider vid vinterväglag</translation>
    </message>
    <message>
        <source>Factor on speed (divides drive time)</source>
        <translation>Hastighetsfaktor (körtiden divideras med den)</translation>
    </message>
    <message>
        <source>Factors are for driving. Choose car or emergency vehicle, or leave CALIBRATED_NETWORK blank.</source>
        <translation>Faktorer gäller bilkörning. Välj bil eller utryckningsfordon, eller lämna CALIBRATED_NETWORK tomt.</translation>
    </message>
    <message>
        <source>Factors are proposed for driving only.</source>
        <translation>Faktorer föreslås bara för bilkörning.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Fewest units with enough patients</source>
        <translation>Så få vårdenheter som möjligt med tillräckligt många patienter</translation>
    </message>
    <message>
        <source>Fields that I name</source>
        <translation>Fält som jag anger</translation>
    </message>
    <message>
        <source>Figures near a border are right only if facilities within {supply} minutes and people within {demand} minutes of the reported area take part.</source>
        <translation>Talen nära en gräns stämmer bara om vårdenheter inom {supply} minuter och invånare inom {demand} minuter från det redovisade området räknas med.</translation>
    </message>
    <message>
        <source>Figures near a border are right only if facilities within {supply} minutes of the reported area take part.</source>
        <translation>Talen nära en gräns stämmer bara om vårdenheter inom {supply} minuter från det redovisade området räknas med.</translation>
    </message>
    <message>
        <source>Figures near a border depend on people and facilities far beyond it; let the neighbours take part as far as people travel.</source>
        <translation>Talen nära en gräns beror på invånare och vårdenheter långt bortom den; räkna med grannregionerna så långt som invånarna reser.</translation>
    </message>
    <message>
        <source>First departure (HH:MM)</source>
        <translation>Första avgång (TT:MM)</translation>
    </message>
    <message>
        <source>Fixed sites (field)</source>
        <translation>Låsta platser (fält)</translation>
    </message>
    <message>
        <source>Floor (operations per year)</source>
        <translation>Golv (åtgärder per år)</translation>
    </message>
    <message>
        <source>Flows from</source>
        <translation>Flöden från</translation>
    </message>
    <message>
        <source>Flows to units</source>
        <translation>Flöden till vårdenheter</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mapp</translation>
    </message>
    <message>
        <source>For example 08, or 08;05. Blank = all.</source>
        <translation>Till exempel 08 eller 08;05. Tomt = alla.</translation>
    </message>
    <message>
        <source>For how many of them is the travel unknown?</source>
        <translation>För hur många av dem är restiden okänd?</translation>
    </message>
    <message>
        <source>For the people in SUMMARY.</source>
        <translation>För invånarna i SUMMARY.</translation>
    </message>
    <message>
        <source>For the question where one more should stand: 1. Blank = the number of sites decides.</source>
        <translation>För frågan var en till ska ligga: 1. Tomt = antalet platser avgör.</translation>
    </message>
    <message>
        <source>For those who have no other choice today.</source>
        <translation>För dem som inte har något annat val i dag.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>From (min)</source>
        <translation>Från (min)</translation>
    </message>
    <message>
        <source>From alarm to departure (minutes)</source>
        <translation>Från larm till avfärd (minuter)</translation>
    </message>
    <message>
        <source>From arrival until the vehicle leaves.</source>
        <translation>Från ankomsten tills fordonet åker vidare.</translation>
    </message>
    <message>
        <source>From call to alarm (minutes)</source>
        <translation>Från samtal till larm (minuter)</translation>
    </message>
    <message>
        <source>From departure to arrival; alarm handling and turn-out are not part of it.</source>
        <translation>Från avfärd till framkomst; larmhantering och anspänningstid ingår inte.</translation>
    </message>
    <message>
        <source>From people to the facility</source>
        <translation>Från invånarna till vårdenheten</translation>
    </message>
    <message>
        <source>From region</source>
        <translation>Från region</translation>
    </message>
    <message>
        <source>From the alarm until the vehicle leaves.</source>
        <translation>Från larmet tills fordonet åker.</translation>
    </message>
    <message>
        <source>From the call until a vehicle is sent.</source>
        <translation>Från samtalet tills ett fordon larmas ut.</translation>
    </message>
    <message>
        <source>From the facility to people</source>
        <translation>Från vårdenheten till invånarna</translation>
    </message>
    <message>
        <source>From unit</source>
        <translation>Från enhet</translation>
    </message>
    <message>
        <source>Full-time doctors in training (ST)</source>
        <translation>Heltidsarbetande ST-läkare</translation>
    </message>
    <message>
        <source>Full-time equivalents and listed people per centre.</source>
        <translation>Heltidstjänster och antal listade per vårdcentral.</translation>
    </message>
    <message>
        <source>Full-time equivalents per centre; without it no centre's places are known.</source>
        <translation>Heltidstjänster per vårdcentral; utan tabellen är antalet platser okänt.</translation>
    </message>
    <message>
        <source>Full-time specialists</source>
        <translation>Heltidsarbetande specialister</translation>
    </message>
    <message>
        <source>Function or specialty</source>
        <translation>Funktion eller specialitet</translation>
    </message>
    <message>
        <source>Gap to target values</source>
        <translation>Avvikelse från målvärden</translation>
    </message>
    <message>
        <source>Gap to the equilibrium: better choices would save {gap} of all cost.</source>
        <translation>Avstånd till jämvikten: bättre val skulle spara {gap} av all kostnad.</translation>
    </message>
    <message>
        <source>Gap to the target</source>
        <translation>Avvikelse från målet</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauss</translation>
    </message>
    <message>
        <source>Gaussian: sigma (minutes)</source>
        <translation>Gauss: sigma (minuter)</translation>
    </message>
    <message>
        <source>Geographical access (supply per {per} of demand)</source>
        <translation>Geografisk tillgänglighet (utbud per {per} i efterfrågan)</translation>
    </message>
    <message>
        <source>Give either WORKSPACE or TARGETS, so that it is clear which target values hold.</source>
        <translation>Ange antingen WORKSPACE eller TARGETS, så att det är klart vilka målvärden som gäller.</translation>
    </message>
    <message>
        <source>Gives every point with people its nearest facility and the travel time there (COUNT nearest when asked), along the roads of a network file made by Compile road network.

ORIGINS are points with people, POPULATION how many; FACILITIES are points. Points attach along the nearest road link that the MODE may stop on, with a leg off the road at OFFROAD_SPEED, at most MAX_OFFROAD metres. DIRECTION says who travels. What is farther than MAX_MINUTES counts as out of reach. SPEED_FACTOR divides drive time.

OUTPUT is the origins with facility_1, minutes_1 …, offroad_m and status: ok, no_road (no road within MAX_OFFROAD), no_route (no facility can be reached) or beyond_limit (farther than MAX_MINUTES). FACILITY_SUMMARY is the facilities with the people who have them as nearest, and their mean, median and 90th percentile travel time. Unreachable is empty, never 0. Equal times go to the id that comes first as text.

With ORIGIN_REGION, FACILITY_REGION and REPORT_REGION everyone competes, but only the reported regions are written; crosses_border tells whose nearest facility lies in another region, and population_own and population_other whose people each facility serves.

COST straight uses distance × DETOUR at STRAIGHT_SPEED instead of roads, and says so in every time field.

Method: exact fastest paths from all facilities at once; k nearest by repeated passes.</source>
        <translation>Ger varje befolkningspunkt dess närmaste vårdenhet och restiden (eller de COUNT närmaste), längs vägarna i en fil från verktyget Skapa vägnätsfil.

ORIGINS är befolkningspunkter och POPULATION antalet invånare i varje punkt; FACILITIES är vårdenheterna som punkter. Punkterna ansluts längs den närmaste väglänk där färdsättet i MODE får stanna, med en sträcka utanför väg i OFFROAD_SPEED på högst MAX_OFFROAD meter. DIRECTION anger vem som reser. Det som ligger längre bort än MAX_MINUTES räknas som utom räckhåll. Körtiden divideras med SPEED_FACTOR.

OUTPUT är befolkningspunkterna med facility_1, minutes_1 …, offroad_m och status: ok, no_road (ingen väg inom MAX_OFFROAD), no_route (ingen vårdenhet kan nås) eller beyond_limit (längre än MAX_MINUTES). FACILITY_SUMMARY är vårdenheterna med antalet invånare som har dem närmast och deras restid som medelvärde, median och 90:e percentil. Det som inte kan nås är tomt, aldrig 0. Vid lika restid gäller det id som kommer först när id jämförs som text.

Med ORIGIN_REGION, FACILITY_REGION och REPORT_REGION räknas alla med, men bara de redovisade regionerna skrivs; crosses_border visar vilka som har sin närmaste vårdenhet i en annan region, och population_own och population_other vilken regions invånare varje vårdenhet är närmast för.

COST straight räknar avståndet × DETOUR i STRAIGHT_SPEED i stället för längs vägar, och det framgår av varje tidsfält.

Metod: exakt snabbaste väg från alla vårdenheter på en gång; de k närmaste genom upprepade genomgångar.</translation>
    </message>
    <message>
        <source>Gives every point with people its travel time by public transport and on foot to the nearest facility, for a departure every minute from START_TIME up to, not including, END_TIME on DATE. GTFS is a timetable as a zip file or a folder, such as those of Trafiklab; several are separated by a semicolon.

OUTPUT is the origins with facility_id (the facility that is nearest in most departures), minutes_p50, minutes_p90 … (PERCENTILES of the travel time over the departures, the first wait included; a departure that reaches nothing counts as endless, and a percentile that falls there is empty), share_of_departures that reach a facility, transfers (median; 0 also for walking all the way), offroad_m and status.

A journey walks to a stop, rides, changes as often as it needs (at most MAX_TRANSFERS), and walks to the facility; each walk takes at most MAX_WALK_MINUTES along the roads at 5 km/h. Walking all the way competes, as one such walk. In each departure the facility is the one reached first; among equal arrivals fewer rides, then the id that comes first as text. DIRECTION from_facility sets out from the facilities each minute and counts who comes first to each point. What takes longer than MAX_MINUTES counts as out of reach.

Trips of the day before that run past midnight take part, and those of the night after that start before 04:00; all of the day after where END_TIME is past 24:00. Stops without a time get one along the trip, by the feed's distances or the straight lines between stops. Trips with a headway but no fixed times leave at every headway. Platforms of one station are connected. transfers.txt is followed between stops and stations, not between single trips or lines. The log and the layer's metadata say how much of each there was.

COST straight walks straight lines × DETOUR at 5 km/h instead of along roads, and says so in every time field.

Method: all departures of the window in one exact search, ride by ride (after RAPTOR: Delling, Pajor and Werneck 2015). Percentiles by nearest rank. Source of the timetable: the feed's publisher.</source>
        <translation>Ger varje befolkningspunkt dess restid med kollektivtrafik och till fots till närmaste vårdenhet, för en avgång varje minut från START_TIME fram till, men inte med, END_TIME den dag som DATE anger. GTFS är en tidtabell som zip-fil eller mapp, till exempel från Trafiklab; flera skiljs åt med semikolon.

OUTPUT är befolkningspunkterna med facility_id (den vårdenhet som är närmast vid flest avgångar), minutes_p50, minutes_p90 … (PERCENTILES av restiden över avgångarna, första väntan inräknad; en avgång som inte når fram räknas som oändlig, och en percentil som hamnar där är tom), share_of_departures (andel avgångar som når en vårdenhet), transfers (byten, median; 0 även när man går hela vägen), offroad_m och status.

En resa är gång till en hållplats, åkning, så många byten som behövs (högst MAX_TRANSFERS) och gång till vårdenheten; varje gångsträcka tar högst MAX_WALK_MINUTES längs vägarna i 5 km/h. Att gå hela vägen räknas också med, som en enda sådan gångsträcka. Vid varje avgång är vårdenheten den som nås först; vid samma ankomst går färre åkturer före, sedan det id som kommer först som text. DIRECTION from_facility ger sig av från vårdenheterna varje minut och räknar vem som först är framme vid varje punkt. Det som tar längre tid än MAX_MINUTES räknas som utom räckhåll.

Turer från dagen före som går över midnatt räknas med, liksom turer natten efter som börjar före 04:00; hela dagen efter räknas med när END_TIME ligger efter 24:00. Hållplatser utan tid får en tid längs turen, efter tidtabellens egna avstånd eller fågelvägen mellan hållplatserna. Turer med turtäthet men utan fasta tider avgår med just den turtätheten. Lägen vid samma station hänger ihop. transfers.txt följs mellan hållplatser och stationer, inte mellan enstaka turer eller linjer. Loggen och lagrets metadata anger hur mycket det är av varje.

COST straight räknar gången som fågelvägen × DETOUR i 5 km/h i stället för längs vägarna, och det framgår av varje tidsfält.

Metod: tidsfönstrets alla avgångar i en enda exakt sökning, åktur för åktur (efter RAPTOR: Delling, Pajor och Werneck 2015). Percentiler efter närmaste rang. Källa till tidtabellen: den som ger ut den.</translation>
    </message>
    <message>
        <source>Gives every point with people the nearest facility that offers each service — a function such as an emergency department, or a specialty — and the travel time there. A hospital that loses a service loses it on the map, and where the region lacks one, the result shows who is nearest anyway and in which region.

SERVICES is the table of services: facility_id, service, and the columns that the question needs: weekdays and hours for WHEN, care_form, urgency, from_year and to_year. WHEN is a weekday and an hour, such as sat 03:00, lör 03:00 or 6 03:00 (Monday is 1); weekdays are read as 1-5 or 1,3 and hours as 08:00-17:00, 00:00-24:00, 22:00-06:00 or 08:00-12:00;13:00-16:00. A service is closed from the minute its hours end. A row whose hours are missing or unreadable is left out, counted and listed. YEAR asks about one year: to_year is the last year of a service; a facility (columns opened and closed of FACILITIES, where it has them) is gone from the year in which it closes.

OUTPUT is a table: origin_id, service, facility_id, minutes, status: ok, no_road, no_route, beyond_limit, or not_offered (nobody offers the service then). With ORIGIN_REGION and FACILITY_REGION also facility_region and crosses_border. It holds every service times every point; leave it out where SUMMARY is enough.

SUMMARY has one row per service: how many facilities offer it then (in the reported region and in others), how many have it but not then, people, people reached and not, mean, median and 90th percentile minutes of those reached, the share of all people within 30, 60 and 90 minutes (people who are not reached stay in the denominator), missing_in_region (REPORT_REGION lacks it), and the facility and region that are nearest to most people.

PEOPLE_OUTPUT is a map of one SERVICE: the points with facility_1, minutes_1, with METRES metres_1, and status, named as in Nearest facility, so that Compare scenarios reads it.

Method: exact fastest paths, one search for each distinct set of facilities; the key is facility, service and opening hours, never one point = one hospital. Services given at home or at a distance stand in the table, too, though nobody travels to them: choose by CARE_FORM or SERVICE.</source>
        <translation>Ger varje befolkningspunkt den närmaste vårdenhet som har varje funktion (till exempel akutmottagning) eller specialitet, och restiden dit. Ett sjukhus som förlorar en funktion förlorar den på kartan, och där regionen saknar en funktion visar resultatet vem som ändå är närmast och i vilken region.

SERVICES är tabellen över utbud: facility_id, service och de kolumner som frågan behöver: weekdays och hours för WHEN, care_form, urgency, from_year och to_year. WHEN är en veckodag och ett klockslag, till exempel lör 03:00, sat 03:00 eller 6 03:00 (måndag är 1); veckodagar läses som 1-5 eller 1,3 och tider som 08:00-17:00, 00:00-24:00, 22:00-06:00 eller 08:00-12:00;13:00-16:00. Funktionen är stängd från den minut då tiden slutar. En rad vars tider saknas eller inte kan läsas utelämnas, räknas och listas. YEAR frågar om ett år: to_year är funktionens sista år; en vårdenhet (kolumnerna opened och closed i FACILITIES, om de finns) är borta från det år då den stänger.

OUTPUT är en tabell: origin_id, service, facility_id, minutes, status: ok, no_road, no_route, beyond_limit eller not_offered (ingen har funktionen då). Med ORIGIN_REGION och FACILITY_REGION också facility_region och crosses_border. Tabellen har varje funktion och specialitet för varje befolkningspunkt; hoppa över den när SUMMARY räcker.

SUMMARY har en rad per funktion eller specialitet: hur många vårdenheter som har den då (i den redovisade regionen och i andra), hur många som har den men inte då, invånare, hur många som når den och inte, medelvärde, median och 90:e percentil av restiden för dem som når den, andelen av alla invånare inom 30, 60 och 90 minuter (de som inte når den finns kvar i nämnaren), missing_in_region (saknas i REPORT_REGION) och den vårdenhet och region som är närmast för flest invånare.

PEOPLE_OUTPUT är en karta över en enda SERVICE: befolkningspunkterna med facility_1, minutes_1, med METRES även metres_1, och status, med samma fältnamn som i Närmaste vårdenhet, så att Jämför scenarier kan läsa lagret.

Metod: exakt snabbaste väg, en sökning för varje skild uppsättning vårdenheter; nyckeln är vårdenhet, funktion och öppettid, aldrig en punkt = ett sjukhus. Funktioner som ges i hemmet eller på distans finns också i tabellen, fast ingen reser dit: välj med CARE_FORM eller SERVICE.</translation>
    </message>
    <message>
        <source>Gives shares per area type.</source>
        <translation>Ger andelar per områdestyp.</translation>
    </message>
    <message>
        <source>Gives shares per municipality.</source>
        <translation>Ger andelar per kommun.</translation>
    </message>
    <message>
        <source>Gives the facilities, services and capacity as they stand in a YEAR after the changes of a scenario, ready for any other tool: first the register of today, then the same with the scenario, and the two can be compared.

CHANGES are rows of facility_id, action and year, and what the action needs: open (x, y, type, name), move (x, y), change_role (type, operator), capacity (service = what is counted, capacity), add_service and remove_service (service; care_form, urgency, weekdays, hours), close. They can be the workspace's table scenario_changes, edited in the attribute table. Changes up to and including YEAR count; within a year the order is open, move, change_role, capacity, services, close. Without CHANGES the result is what is already decided for that YEAR.

A facility stands from its year opened to the year before closed; a service from from_year to to_year, both included. What does not stand is left out, counted, and can be had as LEFT_OUT.

A change that cannot be carried out (an unknown facility, an id that is taken, a move without a place) stops the tool, and every such row is listed. A change without effect, such as a service that is not there, is listed as a warning. Give the whole register as FACILITIES, and filter the result.

An added service gets the care form and urgency that the catalogue knows as its only one. A capacity row that is changed gets the year's first day as its date. A facility that changes type loses its old role, unless CHANGES says the new one. Other columns of CHANGES that facilities have too (role, huvudman, driftsform, region, municipality) are filled in from there.

Method: the changes in order of year and action, each on the result of the one before.</source>
        <translation>Ger vårdenheter, utbud och kapacitet som de ser ut ett visst år (YEAR) efter ett scenarios ändringar, färdiga för alla andra verktyg: först dagens register, sedan samma sak med scenariot, och så kan de två jämföras.

CHANGES är rader med facility_id, action och year, och det som åtgärden behöver: open (öppna: x, y, type, name), move (flytta: x, y), change_role (ändra roll: type, operator), capacity (kapacitet: service = vad som räknas, capacity), add_service och remove_service (lägg till och ta bort funktion eller specialitet: service; care_form, urgency, weekdays, hours), close (stäng). Det kan vara arbetsytans tabell scenario_changes, som redigeras i attributtabellen. Ändringar till och med YEAR gäller; inom ett år är ordningen open, move, change_role, capacity, services, close. Utan CHANGES visar resultatet det som redan är bestämt för året.

En vårdenhet finns från och med året i opened till och med året före closed; en funktion eller specialitet från och med from_year till och med to_year. Det som inte finns utelämnas, räknas och kan fås som LEFT_OUT.

En ändring som inte kan genomföras (en okänd vårdenhet, ett id som är upptaget, en flytt utan koordinater) stoppar verktyget, och varje sådan rad listas. En ändring utan verkan, till exempel en funktion som inte finns, listas som en varning. Ange hela registret som FACILITIES och filtrera resultatet.

En funktion eller specialitet som läggs till får vårdform och värde för akut eller planerad från katalogen, när katalogen bara anger ett värde. En kapacitetsrad som ändras får årets första dag som datum. En vårdenhet som byter typ förlorar sin gamla roll, om inte CHANGES anger den nya. Andra kolumner i CHANGES som vårdenheterna också har (role, huvudman, driftsform, region, municipality) fylls i därifrån.

Metod: ändringarna i ordning efter år och åtgärd, var och en på resultatet av den förra.</translation>
    </message>
    <message>
        <source>Goes before every field that the tool adds, so that results of several runs can stand side by side.</source>
        <translation>Sätts före varje fält som verktyget lägger till, så att resultat från flera körningar kan stå sida vid sida.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Groups the summary in fifths of people by this index, such as the Care Need Index.</source>
        <translation>Grupperar sammanfattningen i femtedelar av invånarna efter detta index, till exempel Care Need Index.</translation>
    </message>
    <message>
        <source>Groups the summary, such as area type 1–5.</source>
        <translation>Grupperar sammanfattningen, till exempel områdestyp 1–5.</translation>
    </message>
    <message>
        <source>Handover at the hospital (minutes)</source>
        <translation>Överlämning på sjukhuset (minuter)</translation>
    </message>
    <message>
        <source>Health centres</source>
        <translation>Vårdcentraler</translation>
    </message>
    <message>
        <source>Heuristic: a good choice, at most {percent} % from the best.</source>
        <translation>Heuristik: ett bra val, högst {percent} % från det bästa.</translation>
    </message>
    <message>
        <source>Heuristic: a good choice, but how far from the best is unknown.</source>
        <translation>Heuristik: ett bra val, men hur långt det är från det bästa är okänt.</translation>
    </message>
    <message>
        <source>Hidden numbers</source>
        <translation>Dolda tal</translation>
    </message>
    <message>
        <source>Hide numbers below</source>
        <translation>Dölj antal under</translation>
    </message>
    <message>
        <source>Highest demand over capacity</source>
        <translation>Högsta efterfrågan delat med kapacitet</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Sjukhus</translation>
    </message>
    <message>
        <source>Hospital id (field)</source>
        <translation>Sjukhusets id (fält)</translation>
    </message>
    <message>
        <source>Hospitals</source>
        <translation>Sjukhus</translation>
    </message>
    <message>
        <source>Hospitals that receive</source>
        <translation>Sjukhus som tar emot patienterna</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Timme</translation>
    </message>
    <message>
        <source>Hour (blank = all)</source>
        <translation>Timme (tomt = alla)</translation>
    </message>
    <message>
        <source>Hour of departure (field)</source>
        <translation>Avgångstimme (fält)</translation>
    </message>
    <message>
        <source>Hours past 24 are those of the night after.</source>
        <translation>Timmar efter 24 är natten efter.</translation>
    </message>
    <message>
        <source>How are training and competence kept at every unit?</source>
        <translation>Hur upprätthålls utbildning och kompetens vid varje vårdenhet?</translation>
    </message>
    <message>
        <source>How do patients choose when they are offered care elsewhere?</source>
        <translation>Hur väljer patienterna när de erbjuds vård på annan plats?</translation>
    </message>
    <message>
        <source>How far a health centre may be away to count as room.</source>
        <translation>Hur långt bort en vårdcentral får ligga för att dess platser ska räknas.</translation>
    </message>
    <message>
        <source>How far is it to a function or specialty, and when?</source>
        <translation>Hur långt är det till en funktion eller specialitet, och när?</translation>
    </message>
    <message>
        <source>How far is it to primary care, and is there room?</source>
        <translation>Hur långt är det till primärvården, och räcker platserna?</translation>
    </message>
    <message>
        <source>How many listed people one full-time specialist in general practice may have. Socialstyrelsen named 1 100 in April 2022, as neither floor nor ceiling; regions have decided other numbers.</source>
        <translation>Hur många listade en heltidsarbetande specialist i allmänmedicin kan ha. Socialstyrelsen angav 1 100 i april 2022, som varken golv eller tak; regioner har beslutat andra tal.</translation>
    </message>
    <message>
        <source>How many more</source>
        <translation>Hur många fler</translation>
    </message>
    <message>
        <source>How many more than those fixed open (goes before the number of sites)</source>
        <translation>Hur många fler än de som måste väljas (går före antalet platser)</translation>
    </message>
    <message>
        <source>How many of the nearest</source>
        <translation>Antal närmaste vårdenheter</translation>
    </message>
    <message>
        <source>How many of the nearest (0 = all within the longest travel time)</source>
        <translation>Antal närmaste vårdenheter (0 = alla inom längsta restid)</translation>
    </message>
    <message>
        <source>How many patients go to another unit?</source>
        <translation>Hur många patienter får åka till en annan vårdenhet?</translation>
    </message>
    <message>
        <source>How many people each point stands for. A missing or negative number stops the tool.</source>
        <translation>Hur många invånare varje punkt står för. Ett saknat eller negativt antal stoppar verktyget.</translation>
    </message>
    <message>
        <source>How many sites to choose, those fixed open included.</source>
        <translation>Hur många platser som ska väljas, de som måste väljas inräknade.</translation>
    </message>
    <message>
        <source>How many trips an aggregated row stands for.</source>
        <translation>Hur många resor en sammanräknad rad står för.</translation>
    </message>
    <message>
        <source>How many units fall under their floor?</source>
        <translation>Hur många vårdenheter hamnar under sitt golv?</translation>
    </message>
    <message>
        <source>How many units stop doing this?</source>
        <translation>Hur många vårdenheter slutar göra detta?</translation>
    </message>
    <message>
        <source>How many vehicles stand there round the clock.</source>
        <translation>Hur många fordon som står där dygnet runt.</translation>
    </message>
    <message>
        <source>How much demand each origin has. 0 gets a value but weighs nothing.</source>
        <translation>Hur stor efterfrågan varje befolkningspunkt har. En punkt med 0 får ett värde men väger inget.</translation>
    </message>
    <message>
        <source>How much demand each site has room for. A missing or negative number stops the tool.</source>
        <translation>Hur mycket efterfrågan varje plats kan ta emot. Ett saknat eller negativt tal stoppar verktyget.</translation>
    </message>
    <message>
        <source>How much do operations change where they change most?</source>
        <translation>Hur mycket ändras antalet åtgärder där det ändras mest?</translation>
    </message>
    <message>
        <source>How much longer do they travel, one way?</source>
        <translation>Hur mycket längre blir deras enkla resa?</translation>
    </message>
    <message>
        <source>How much more time is spent travelling, there and back?</source>
        <translation>Hur mycket mer tid går åt till resor, fram och tillbaka?</translation>
    </message>
    <message>
        <source>How much supply each point or area of people reaches when everybody else who reaches it shares it. Give supply in people it is enough for, and 1 means that supply and demand in reach are equal.

MATRIX is a table made by Travel time matrix for the same ORIGINS and FACILITIES, with COUNT 0 and MAX_MINUTES at least THRESHOLD. DEMAND and SUPPLY are numbers; one that is missing or negative stops the tool.

The usual METHOD is e2sfca: each facility's supply is divided by the people around it, those far away counting less (steps 10, 20 and 30 minutes with the weights 1, 0.68 and 0.22), and each place sums what it reaches with the same weights. The rest are for deeper study. 2sfca counts all within THRESHOLD alike; kd2sfca lets weights fall smoothly; m2sfca counts distance twice, so that remote supply is partly of no use; 3sfca (steps 10, 20, 30 and 60: 0.962, 0.704, 0.377, 0.042) and bfca share people out among their facilities first, so that nobody counts in full at several; bfca's access depends on how many origins there are, so compare it within one run only. gravity and cumulative sum the supply in reach without competition. spatialavailability gives amounts of supply, not per person. raam gives cost, and lower is better: travel time / TAU + crowding at the facility that people choose when nobody gains by another choice (exact equilibrium, the gap is reported).

DECAY blank is the usual one of the method: binary for 2sfca and cumulative, epanechnikov for kd2sfca and m2sfca, power for gravity, steps for the rest. THRESHOLD blank is the last step for steps, no limit for gaussian, power and raam, else 30 minutes.

OUTPUT is the origins with access (raam: cost) and status: ok; no_facility_in_reach, no_supply_in_reach and no_demand_in_reach have access 0. FACILITY_OUTPUT is the facilities with the weighted demand on each and ratio, supply over that demand (0 where there is no demand; empty for gravity and cumulative). With the two-step methods people count at every facility they reach, so ratio is low where facilities stand close; it is no measure of one facility's load. PER multiplies access only.

With ORIGIN_REGION and FACILITY_REGION the results also tell how much comes from the own region and from others, and with REPORT_REGION only those regions are written, while everyone competes. Near a border the figures are right only if the neighbours' people and facilities take part; the log says how far out.

Method: two-step floating catchment areas and their kin, on the pairs of the matrix only. The figures agree with those of the open packages access and aceso (Python) and accessibility and fca (R), raam's with an exact solution.</source>
        <translation>Visar hur mycket utbud varje befolkningspunkt eller område når när alla andra som når samma utbud delar på det. Ange utbudet som antal invånare det räcker till, så betyder 1 att utbud och efterfrågan inom räckhåll är lika stora.

MATRIX är en tabell från verktyget Restidsmatris för samma ORIGINS och FACILITIES, med COUNT 0 och MAX_MINUTES minst lika med THRESHOLD. DEMAND (efterfrågan) och SUPPLY (utbud) är tal; ett värde som saknas eller är negativt stoppar verktyget.

Vanligast är METHOD e2sfca: varje vårdenhets utbud divideras med invånarna runt den, där de som har långt räknas mindre (steg vid 10, 20 och 30 minuter med vikterna 1, 0,68 och 0,22), och varje plats summerar det den når med samma vikter. Övriga metoder är fördjupning. 2sfca räknar alla inom THRESHOLD lika; kd2sfca låter vikterna avta mjukt; m2sfca räknar avståndet två gånger, så att avlägset utbud delvis inte kommer till nytta; 3sfca (steg vid 10, 20, 30 och 60 minuter: 0,962; 0,704; 0,377; 0,042) och bfca fördelar först invånarna på deras vårdenheter, så att ingen räknas fullt ut på flera ställen; värdet från bfca beror på hur många befolkningspunkterna är, så jämför det bara inom samma körning. gravity och cumulative summerar utbudet inom räckhåll utan konkurrens. spatialavailability ger mängder av utbud, inte per invånare. raam ger cost, där lägre är bättre: restid / TAU + trängsel vid den vårdenhet som invånarna väljer när ingen tjänar på ett annat val (exakt jämvikt, återstående avstånd till den redovisas).

Tom DECAY ger metodens vanliga avtagande: binary för 2sfca och cumulative, epanechnikov för kd2sfca och m2sfca, power för gravity, steps för övriga. Tom THRESHOLD är det sista steget för steps, ingen gräns för gaussian, power och raam, annars 30 minuter.

OUTPUT är befolkningspunkterna med access (raam: cost) och status: ok; no_facility_in_reach (ingen vårdenhet nås), no_supply_in_reach (bara vårdenheter utan utbud nås) och no_demand_in_reach (utbud som ingen efterfrågan räknas på) har access 0. FACILITY_OUTPUT är vårdenheterna med den viktade efterfrågan på var och en och ratio, utbud delat med denna efterfrågan (0 där efterfrågan saknas; tomt för gravity och cumulative). Med tvåstegsmetoderna räknas invånare vid varje vårdenhet de når, så ratio är låg där vårdenheter ligger tätt; den mäter inte en enskild vårdenhets belastning. PER multiplicerar bara access.

Med ORIGIN_REGION och FACILITY_REGION visar resultaten också hur mycket som kommer från den egna regionen och från andra, och med REPORT_REGION skrivs bara de regionerna, medan alla räknas med. Nära en gräns stämmer talen bara om grannregionernas invånare och vårdenheter räknas med; loggen anger hur långt ut.

Metod: tvåstegs flytande upptagningsområden (floating catchment) och närbesläktade mått, enbart på matrisens par. Talen stämmer med de öppna paketen access och aceso (Python) samt accessibility och fca (R), och raam med en exakt lösning.</translation>
    </message>
    <message>
        <source>How often people there travel, as visits per year, or people at another season.</source>
        <translation>Hur ofta de som bor där reser, som besök per år, eller antal personer under en annan årstid.</translation>
    </message>
    <message>
        <source>How soon does the ambulance come?</source>
        <translation>Hur snart kommer ambulansen?</translation>
    </message>
    <message>
        <source>How the choice was found</source>
        <translation>Hur valet togs fram</translation>
    </message>
    <message>
        <source>How the trips were made. Factors are proposed for driving only.</source>
        <translation>Hur resorna gjordes. Faktorer föreslås bara för bilkörning.</translation>
    </message>
    <message>
        <source>How they were placed</source>
        <translation>Hur de placerades</translation>
    </message>
    <message>
        <source>How weight falls with time (blank = usual)</source>
        <translation>Hur vikten avtar med restiden (tomt = metodens vanliga)</translation>
    </message>
    <message>
        <source>How well the model fits</source>
        <translation>Så väl stämmer modellen</translation>
    </message>
    <message>
        <source>Ids or names from the list of services, such as forlossning;pci. Blank = all in the table.</source>
        <translation>Id eller namn från listan över funktioner och specialiteter, till exempel forlossning;pci. Tomt = alla i tabellen.</translation>
    </message>
    <message>
        <source>Import waiting times (care guarantee)</source>
        <translation>Läs in väntetider (vårdgaranti)</translation>
    </message>
    <message>
        <source>Imported waiting times (care guarantee)</source>
        <translation>Inlästa väntetider (vårdgaranti)</translation>
    </message>
    <message>
        <source>In which area each point lies.</source>
        <translation>I vilket område varje punkt ligger.</translation>
    </message>
    <message>
        <source>In {year}, {people} listed of {n} centres have to go elsewhere: {list}.</source>
        <translation>År {year} måste {people} listade söka sig någon annanstans (vårdcentraler: {n}): {list}.</translation>
    </message>
    <message>
        <source>Index (field)</source>
        <translation>Index (fält)</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Mått</translation>
    </message>
    <message>
        <source>Its id, such as akutmottagning_dygnet_runt, forlossning or ortopedi.</source>
        <translation>Dess id, till exempel akutmottagning_dygnet_runt, forlossning eller ortopedi.</translation>
    </message>
    <message>
        <source>Its name in the table scenarios.</source>
        <translation>Dess namn i tabellen scenarios.</translation>
    </message>
    <message>
        <source>Its region</source>
        <translation>Dess region</translation>
    </message>
    <message>
        <source>Its share of the time (0–1)</source>
        <translation>Dess andel av tiden (0–1)</translation>
    </message>
    <message>
        <source>Joining the roads</source>
        <translation>Fogar samman vägarna</translation>
    </message>
    <message>
        <source>Joining within TOLERANCE took away {metres} m of road. Lower TOLERANCE if that is much.</source>
        <translation>När linjerna fogades samman inom TOLERANCE försvann {metres} m väg. Sänk TOLERANCE om det är mycket.</translation>
    </message>
    <message>
        <source>Joins a layer of road lines into a network file (.npz) that the travel tools read in a moment: make it once, use many times, also in models. The file holds the modes car, bike, walk and emergency, and ferries.

ROADS are NVDB's homogenised network, OpenStreetMap lines as QGIS opens them (x.osm.pbf), or any lines with fields that you name. PRESET auto recognises the first two by their columns. Lines join where they share a vertex within TOLERANCE metres, also inside a line; lines that only cross, such as bridges, do not join.

SPEED_FIELD is km/h, SPEED_BACKWARD_FIELD the speed against the line's direction. FORWARD_VALUE in ONEWAY_FIELD means only along the line, BACKWARD_VALUE only against it; any other value means both ways. DEFAULT_SPEED is used and counted where a road has no speed; blank skips such roads. FERRY_SPEED is used on ferries without a speed. JUNCTION_SECONDS is added for each junction that a vehicle passes. WINTER_FACTOR multiplies drive times. CLASS_FIELD names the class of each road, by which Compare with known trips groups its findings; blank takes NVDB's functional class and OpenStreetMap's highway.

Lines with bad geometry, no length or an absurd speed are left out, counted and listed in SKIPPED. LARGEST_COMPONENT_SHARE is the share of the drivable road length that connects in both directions; under 95 per cent suggests lines that do not meet.

Method: vertices that are no junction are contracted into links, which keeps every travel time exactly.</source>
        <translation>Fogar samman väglinjer till en vägnätsfil (.npz) som restidsverktygen läser på ett ögonblick: skapa den en gång och använd den många gånger, även i modeller. Filen rymmer färdsätten bil, cykel, gång och utryckningsfordon samt färjor.

ROADS är NVDB:s homogeniserade vägnät, linjer från OpenStreetMap så som QGIS öppnar dem (x.osm.pbf) eller andra linjer med fält som du anger. PRESET auto känner igen de två första på kolumnerna. Linjer fogas samman där de delar en brytpunkt inom TOLERANCE meter, även mitt på en linje; linjer som bara korsar varandra, till exempel vid broar, fogas inte samman.

SPEED_FIELD är km/h, SPEED_BACKWARD_FIELD hastigheten mot linjens riktning. FORWARD_VALUE i ONEWAY_FIELD betyder enkelriktat längs linjen, BACKWARD_VALUE enkelriktat mot den; alla andra värden betyder båda riktningarna. DEFAULT_SPEED används där en väg saknar hastighet, och de vägarna räknas; tomt hoppar över dem. FERRY_SPEED används för färjor utan hastighet. JUNCTION_SECONDS läggs till för varje korsning som ett fordon passerar. Körtiderna multipliceras med WINTER_FACTOR. CLASS_FIELD anger varje vägs klass, som Jämför med kända resor redovisar efter; tomt tar NVDB:s funktionella vägklass och OpenStreetMaps highway.

Linjer med felaktig geometri, utan längd eller med orimlig hastighet utelämnas, räknas och listas i SKIPPED. LARGEST_COMPONENT_SHARE är den andel av den körbara väglängden som hänger ihop i båda riktningarna; under 95 procent tyder på linjer som inte möts.

Metod: brytpunkter som inte är korsningar dras ihop till länkar, vilket bevarar varje restid exakt.</translation>
    </message>
    <message>
        <source>Joins people with AREAS.</source>
        <translation>Kopplar befolkningspunkterna till AREAS.</translation>
    </message>
    <message>
        <source>Joins the layer with the matrix: the same field as when the matrix was made.</source>
        <translation>Kopplar lagret till matrisen: samma fält som när matrisen skapades.</translation>
    </message>
    <message>
        <source>Joins the two layers; in both.</source>
        <translation>Kopplar ihop de två lagren; måste finnas i båda.</translation>
    </message>
    <message>
        <source>Joins to AREAS.</source>
        <translation>Kopplar till AREAS.</translation>
    </message>
    <message>
        <source>Joins to the targets' area_code.</source>
        <translation>Kopplar till målvärdenas area_code.</translation>
    </message>
    <message>
        <source>Junctions</source>
        <translation>Korsningar</translation>
    </message>
    <message>
        <source>KEEP_LOCAL holds {item}, which is neither a share from 0 to 1 nor one of: {names}.</source>
        <translation>KEEP_LOCAL innehåller {item}, som varken är en andel från 0 till 1 eller något av: {names}.</translation>
    </message>
    <message>
        <source>Kilometres are left empty: {reason}.</source>
        <translation>Kilometer lämnas tomma: {reason}.</translation>
    </message>
    <message>
        <source>Kind of area</source>
        <translation>Slag av område</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>Slag av grupp</translation>
    </message>
    <message>
        <source>Kind of group (all, area_type, quintile, age)</source>
        <translation>Slag av grupp (all, area_type, quintile, age)</translation>
    </message>
    <message>
        <source>Kind of road data</source>
        <translation>Typ av vägdata</translation>
    </message>
    <message>
        <source>Known trips</source>
        <translation>Kända resor</translation>
    </message>
    <message>
        <source>Larger questions, when reduced, are answered by the heuristic.</source>
        <translation>Större problem än så, efter förenkling, löses med heuristiken.</translation>
    </message>
    <message>
        <source>Least patients per unit and year (to concentrate)</source>
        <translation>Minsta antal patienter per vårdenhet och år (för att koncentrera)</translation>
    </message>
    <message>
        <source>Least time for a change (minutes)</source>
        <translation>Minsta tid för byte (minuter)</translation>
    </message>
    <message>
        <source>Legs outside the vehicle are always walked.</source>
        <translation>Utanför fordonet räknas alltid gång.</translation>
    </message>
    <message>
        <source>Length along roads (m)</source>
        <translation>Längd längs väg (m)</translation>
    </message>
    <message>
        <source>Length of the trip.</source>
        <translation>Resans längd.</translation>
    </message>
    <message>
        <source>Links between junctions, each way counted</source>
        <translation>Länkar mellan korsningar, varje riktning räknad</translation>
    </message>
    <message>
        <source>Listable per inhabitant</source>
        <translation>Listningsplatser per invånare</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Listade</translation>
    </message>
    <message>
        <source>Listed after</source>
        <translation>Listade efter</translation>
    </message>
    <message>
        <source>Listed at centres inside the norm</source>
        <translation>Listade vid vårdcentraler inom normen</translation>
    </message>
    <message>
        <source>Listed at centres over the norm</source>
        <translation>Listade vid vårdcentraler över normen</translation>
    </message>
    <message>
        <source>Listed at centres whose capacity is unknown</source>
        <translation>Listade vid vårdcentraler med okänd kapacitet</translation>
    </message>
    <message>
        <source>Listed at centres without doctors</source>
        <translation>Listade vid vårdcentraler utan läkare</translation>
    </message>
    <message>
        <source>Listed before</source>
        <translation>Listade före</translation>
    </message>
    <message>
        <source>Listed before and after</source>
        <translation>Listade före och efter</translation>
    </message>
    <message>
        <source>Listed over places (1 = the norm)</source>
        <translation>Listade delat med platser (1 = normen)</translation>
    </message>
    <message>
        <source>Listed over the people who have it as nearest</source>
        <translation>Listade delat med invånare som har den närmast</translation>
    </message>
    <message>
        <source>Listed per doctor and spare places</source>
        <translation>Listade per läkare och lediga platser</translation>
    </message>
    <message>
        <source>Listed per full-time doctor in specialist training: 550 with the norm 1 100.</source>
        <translation>Listade per heltidsarbetande ST-läkare: 550 med normen 1 100.</translation>
    </message>
    <message>
        <source>Listed per full-time specialist</source>
        <translation>Listade per heltidsarbetande specialist</translation>
    </message>
    <message>
        <source>Listed per unit</source>
        <translation>Listade per vårdenhet</translation>
    </message>
    <message>
        <source>Listing flows</source>
        <translation>Listningsflöden</translation>
    </message>
    <message>
        <source>Listing per area</source>
        <translation>Listade per område</translation>
    </message>
    <message>
        <source>Listings (table of area and centre)</source>
        <translation>Listade (tabell med område och vårdcentral)</translation>
    </message>
    <message>
        <source>Longest distance to a road (m)</source>
        <translation>Längsta avstånd till väg (m)</translation>
    </message>
    <message>
        <source>Longest time per procedure group (seconds)</source>
        <translation>Längsta tid per åtgärdsgrupp (sekunder)</translation>
    </message>
    <message>
        <source>Longest time to search (seconds)</source>
        <translation>Längsta tid att söka (sekunder)</translation>
    </message>
    <message>
        <source>Longest travel time (minutes; blank = no limit)</source>
        <translation>Längsta restid (minuter; tomt = ingen gräns)</translation>
    </message>
    <message>
        <source>Longest travel time that counts (minutes; blank = usual)</source>
        <translation>Längsta restid som räknas (minuter; tomt = metodens vanliga)</translation>
    </message>
    <message>
        <source>Longest travel time: {value} minutes.</source>
        <translation>Längsta restid: {value} minuter.</translation>
    </message>
    <message>
        <source>Longest walk (minutes per leg)</source>
        <translation>Längsta gångsträcka (minuter per sträcka)</translation>
    </message>
    <message>
        <source>Looked up by FROM_ID or TO_ID.</source>
        <translation>Söks med FROM_ID eller TO_ID.</translation>
    </message>
    <message>
        <source>Looked up by TO_ID or FROM_ID.</source>
        <translation>Söks med TO_ID eller FROM_ID.</translation>
    </message>
    <message>
        <source>METHOD {method} has no decay: all within THRESHOLD counts alike. Leave DECAY blank, or choose another method.</source>
        <translation>METHOD {method} har inget avtagande: alla inom THRESHOLD räknas lika. Lämna DECAY tomt, eller välj en annan metod.</translation>
    </message>
    <message>
        <source>METHOD {method}, weights by steps: {values}.</source>
        <translation>METHOD {method}, vikter i steg: {values}.</translation>
    </message>
    <message>
        <source>METHOD {method}, weights gaussian with sigma {sigma} minutes.</source>
        <translation>METHOD {method}, vikter enligt Gauss med sigma {sigma} minuter.</translation>
    </message>
    <message>
        <source>METHOD {method}, weights minutes to the power of −{exponent}, at least {least} minutes.</source>
        <translation>METHOD {method}, vikter: minuter upphöjt till −{exponent}, minst {least} minuter.</translation>
    </message>
    <message>
        <source>METHOD {method}, weights {kind}.</source>
        <translation>METHOD {method}, vikter {kind}.</translation>
    </message>
    <message>
        <source>METHOD {method}: all pairs within the longest time count alike.</source>
        <translation>METHOD {method}: alla par inom längsta restiden räknas lika.</translation>
    </message>
    <message>
        <source>Made by Travel time matrix: origin_id, facility_id, minutes. A pair that is not there counts as no route.</source>
        <translation>Från verktyget Restidsmatris: origin_id, facility_id, minutes. Ett par som inte finns där räknas som att färdväg saknas.</translation>
    </message>
    <message>
        <source>Made by {tool} (narvard:{id}) of Närvård {version} at {time}.</source>
        <translation>Gjort med {tool} (narvard:{id}) i Närvård {version}, {time}.</translation>
    </message>
    <message>
        <source>Made the workspace {path} of {region} with {count} empty tables.</source>
        <translation>Skapade arbetsytan {path} för {region} med {count} tomma tabeller.</translation>
    </message>
    <message>
        <source>Made with Närvård {version}, {date}.</source>
        <translation>Skapad med Närvård {version}, {date}.</translation>
    </message>
    <message>
        <source>Makes a raster of minutes to the nearest facility: the least of the time along the roads plus a straight leg of at most MAX_OFFROAD metres at OFFROAD_SPEED to the cell's centre. Cells that nothing reaches hold no data.

EXTENT is the area; blank = the whole network (in a straight line: the facilities and MAX_MINUTES, or 20 km, around). Cells lie on whole multiples of CELL_SIZE in the network's coordinate system, so rasters of the same size align and can be subtracted. MAX_MINUTES leaves out what is farther. FACILITIES, NETWORK, MODE, DIRECTION and the rest work as in Nearest facility.

Method: minimum over places along the roads at most half a cell apart, not the nearest junction's time.</source>
        <translation>Gör ett raster med minuter till närmaste vårdenhet: den kortaste tiden längs vägarna plus en rak sträcka på högst MAX_OFFROAD meter i OFFROAD_SPEED till rutans mitt. Rutor som inte nås saknar värde (nodata).

EXTENT är området; tomt = hela vägnätet (fågelvägen: så långt runt vårdenheterna som MAX_MINUTES räcker, eller 20 km). Rutorna ligger på hela multiplar av CELL_SIZE i vägnätets koordinatsystem, så att raster med samma rutstorlek passar ihop och kan subtraheras. Det som ligger längre bort än MAX_MINUTES tas inte med. FACILITIES, NETWORK, MODE, DIRECTION och övriga inställningar fungerar som i Närmaste vårdenhet.

Metod: kortaste tid från platser längs vägarna med högst en halv ruta emellan, inte tiden i närmaste korsning.</translation>
    </message>
    <message>
        <source>Makes a table of travel times between people and facilities: origin_id, facility_id, minutes. COUNT 0 gives all pairs within MAX_MINUTES; a number gives that many nearest facilities for each origin.

ORIGIN_ID and FACILITY_ID are required, because other tools join the table by them. A pair without a route is not in the table. NETWORK, MODE, DIRECTION and the other settings work as in Nearest facility.

POPULATION is used only for the counts in the log. Without MAX_MINUTES and COUNT the table holds every origin times every facility, which can be very large.

Method: exact fastest paths from the facilities, in blocks.</source>
        <translation>Gör en tabell med restider mellan befolkningspunkter och vårdenheter: origin_id, facility_id, minutes. COUNT 0 ger alla par inom MAX_MINUTES; ett högre tal ger så många närmaste vårdenheter för varje befolkningspunkt.

ORIGIN_ID och FACILITY_ID måste anges, eftersom andra verktyg kopplar tabellen med dem. Par utan färdväg finns inte i tabellen. NETWORK, MODE, DIRECTION och övriga inställningar fungerar som i Närmaste vårdenhet.

POPULATION används bara för antalen i loggen. Utan MAX_MINUTES och COUNT innehåller tabellen varje befolkningspunkt med varje vårdenhet och kan bli mycket stor.

Metod: exakt snabbaste väg från vårdenheterna, i block.</translation>
    </message>
    <message>
        <source>Makes the workspace of one region: a GeoPackage with empty tables for facilities, capacity, services, areas, people, statistics, listings, waiting times, scenarios, sources and the method log. Geometry is in SWEREF 99 TM (EPSG:3006), and every column has its Swedish name in QGIS.

If the workspace is already there and belongs to the same region, its content is left as it is; one made by an older version is brought up to date. Any other file is refused, never overwritten.

Workspace: the path of a file ending in .gpkg, in a folder that exists.
Region: the two-digit county code, such as 08 for Region Kalmar län; 99 is the made-up sample county.</source>
        <translation>Skapar arbetsytan för en region: en GeoPackage med tomma tabeller för vårdenheter, kapacitet, utbud, områden, befolkning, statistik, listade, väntetider, scenarier, källor och metodlogg. Geometrin är i SWEREF 99 TM (EPSG:3006), och varje kolumn visas med svenskt namn i QGIS.

Om arbetsytan redan finns och hör till samma region lämnas innehållet som det är; en arbetsyta från en äldre version uppdateras. Alla andra filer avvisas och skrivs aldrig över.

Arbetsyta: sökvägen till en fil som slutar på .gpkg, i en mapp som finns.
Region: länskoden med två siffror, till exempel 08 för Region Kalmar län; 99 är det påhittade Exempellän.</translation>
    </message>
    <message>
        <source>Mean access, weighted by demand: {mean} (who reaches nothing counts as 0).</source>
        <translation>Geografisk tillgänglighet i genomsnitt, viktad med efterfrågan: {mean} (den som inte når något räknas som 0).</translation>
    </message>
    <message>
        <source>Mean cost, weighted by demand: {mean}.</source>
        <translation>Genomsnittlig kostnad, viktad med efterfrågan: {mean}.</translation>
    </message>
    <message>
        <source>Mean deviation (min)</source>
        <translation>Medelavvikelse (min)</translation>
    </message>
    <message>
        <source>Mean drive time (min)</source>
        <translation>Genomsnittlig körtid (min)</translation>
    </message>
    <message>
        <source>Mean extra minutes</source>
        <translation>Extra minuter i genomsnitt</translation>
    </message>
    <message>
        <source>Mean extra minutes per moved patient</source>
        <translation>Extra minuter per flyttad patient i genomsnitt</translation>
    </message>
    <message>
        <source>Mean extra minutes per person</source>
        <translation>Extra minuter per invånare i genomsnitt</translation>
    </message>
    <message>
        <source>Mean response time (min)</source>
        <translation>Genomsnittlig responstid (min)</translation>
    </message>
    <message>
        <source>Mean straight-line time, not by road (min)</source>
        <translation>Genomsnittlig tid fågelvägen, ej vägnät (min)</translation>
    </message>
    <message>
        <source>Mean time a vehicle is away (min)</source>
        <translation>Genomsnittlig tid som ett fordon är borta (min)</translation>
    </message>
    <message>
        <source>Mean travel time (min)</source>
        <translation>Genomsnittlig restid (min)</translation>
    </message>
    <message>
        <source>Mean travel time after (min)</source>
        <translation>Genomsnittlig restid efter (min)</translation>
    </message>
    <message>
        <source>Mean travel time before (min)</source>
        <translation>Genomsnittlig restid före (min)</translation>
    </message>
    <message>
        <source>Mean travel time of area and unit</source>
        <translation>Genomsnittlig restid mellan område och vårdenhet</translation>
    </message>
    <message>
        <source>Mean travel time of the patients (min)</source>
        <translation>Patienternas genomsnittliga restid (min)</translation>
    </message>
    <message>
        <source>Mean travel time of those served (min)</source>
        <translation>Genomsnittlig restid för dem som betjänas (min)</translation>
    </message>
    <message>
        <source>Mean travel time there (min)</source>
        <translation>Genomsnittlig restid dit (min)</translation>
    </message>
    <message>
        <source>Mean travel time to the nearest unit (min)</source>
        <translation>Genomsnittlig restid till närmaste vårdenhet (min)</translation>
    </message>
    <message>
        <source>Mean travel time to where people are listed (min)</source>
        <translation>Genomsnittlig restid dit invånarna är listade (min)</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mått</translation>
    </message>
    <message>
        <source>Measure (field)</source>
        <translation>Mått (fält)</translation>
    </message>
    <message>
        <source>Measure of waiting</source>
        <translation>Mått på väntan</translation>
    </message>
    <message>
        <source>Measure of waiting time (care guarantee)</source>
        <translation>Mått på väntetid (vårdgaranti)</translation>
    </message>
    <message>
        <source>Measured by the tool</source>
        <translation>Mätt av verktyget</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>Mäts i</translation>
    </message>
    <message>
        <source>Median response time (min)</source>
        <translation>Medianresponstid (min)</translation>
    </message>
    <message>
        <source>Median travel time (min)</source>
        <translation>Medianrestid (min)</translation>
    </message>
    <message>
        <source>Meets the target</source>
        <translation>Når målet</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metod</translation>
    </message>
    <message>
        <source>Metres after (field)</source>
        <translation>Meter efter (fält)</translation>
    </message>
    <message>
        <source>Metres before (field)</source>
        <translation>Meter före (fält)</translation>
    </message>
    <message>
        <source>Minutes after (field)</source>
        <translation>Minuter efter (fält)</translation>
    </message>
    <message>
        <source>Minutes before (field)</source>
        <translation>Minuter före (fält)</translation>
    </message>
    <message>
        <source>Minutes, km and shares are weighted by {field}.</source>
        <translation>Minuter, km och andelar viktas med {field}.</translation>
    </message>
    <message>
        <source>Missing in the reported region</source>
        <translation>Saknas i den redovisade regionen</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Färdsätt</translation>
    </message>
    <message>
        <source>Most changes (blank = any number)</source>
        <translation>Högst antal byten (tomt = hur många som helst)</translation>
    </message>
    <message>
        <source>Moved patients</source>
        <translation>Flyttade patienter</translation>
    </message>
    <message>
        <source>Moved patients whose travel is unknown</source>
        <translation>Flyttade patienter med okänd restid</translation>
    </message>
    <message>
        <source>Moved people</source>
        <translation>Flyttade invånare</translation>
    </message>
    <message>
        <source>Moves the listed of health centres that close to those that remain, and shows who then exceeds the norm and how the pay changes.

LISTINGS is a table with area_code, unit_id, number, date and status; the newest date counts. FACILITIES are the centres; with the columns opened and closed, a centre stands from the year it opens until the year before it closes. CHANGES has the columns of a scenario's changes: facility_id, action, year, service, capacity; SCENARIO picks one by its name, YEAR the year that is shown (blank = after the last change). Only close, open of a centre in FACILITIES, and capacity of heltid_specialist or heltid_st matter; other changes are counted. Listed people of centres that the register says are closed move, too.

The listed of a closing centre who live in one area go as that area's other listed people are listed today among the remaining centres, in whole people by largest remainder. Where nobody else of the area is listed anywhere else, they go to the nearest remaining centre by MATRIX: origin_id = area code, facility_id and minutes, as AREA_MINUTES of Listing flows. Without it they are unplaced: counted, and in FLOWS without to_unit. Nobody goes to a closed centre, and no people are lost.

OUTPUT is the centres with listed_before, listed_after, change, supply (places by NORM and CAPACITY after the changes), over_norm_before, over_norm_after, pay_change (change × PAY_PER_LISTED), outcome (remains, closes, closed, not_open) and status. FLOWS goes from area and closing centre to centre. Numbers and changes from 1 up to below MINIMUM are left empty with the status suppressed. Hidden numbers of LISTINGS can not be moved and are counted.

Method: today's choice shares; people's real choice may differ, and places at the receiving centres do not limit it.</source>
        <translation>Flyttar de listade vid vårdcentraler som stänger till dem som är kvar, och visar vilka som då överskrider normen och hur ersättningen ändras.

LISTINGS är en tabell med area_code, unit_id, number, date och status; det senaste datumet räknas. FACILITIES är vårdcentralerna; med kolumnerna opened och closed finns en vårdcentral från det år den öppnar till året innan den stänger. CHANGES har samma kolumner som ett scenarios ändringar: facility_id, action, year, service, capacity; SCENARIO väljer ett scenario efter namn, YEAR det år som visas (tomt = efter den sista ändringen). Bara close, open för en vårdcentral i FACILITIES, och capacity för heltid_specialist eller heltid_st har betydelse; övriga ändringar räknas. Listade vid vårdcentraler som är stängda enligt registret flyttar också.

De listade vid en vårdcentral som stänger, och som bor i ett område, fördelas så som områdets övriga listade är listade i dag bland de kvarvarande vårdcentralerna, avrundat till hela personer med största rest-metoden. Där ingen annan i området är listad någon annanstans går de till den närmaste kvarvarande vårdcentralen enligt MATRIX: origin_id = områdeskod, facility_id och minutes, som AREA_MINUTES från Listningsflöden. Utan den är de oplacerade: de räknas, och står i FLOWS utan to_unit. Ingen går till en stängd vårdcentral, och ingen försvinner ur summorna.

OUTPUT är vårdcentralerna med listed_before, listed_after, change, supply (platser enligt NORM och CAPACITY efter ändringarna), over_norm_before, over_norm_after, pay_change (change × PAY_PER_LISTED), outcome (remains, closes, closed, not_open) och status. FLOWS går från område och stängd vårdcentral till vårdcentral. Antal och ändringar från 1 upp till under MINIMUM lämnas tomma med status suppressed. Dolda tal i LISTINGS kan inte flyttas; hur många de är redovisas.

Metod: dagens valandelar; människors verkliga val kan bli annorlunda, och platserna vid de mottagande vårdcentralerna begränsar dem inte.</translation>
    </message>
    <message>
        <source>Multiplies access, such as 1000 for supply per thousand people. RAAM's cost is not multiplied.</source>
        <translation>Multiplicerar access, till exempel 1000 för utbud per tusen invånare. Kostnaden från RAAM multipliceras inte.</translation>
    </message>
    <message>
        <source>Multiplies the straight distance.</source>
        <translation>Avståndet fågelvägen multipliceras med faktorn.</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommun</translation>
    </message>
    <message>
        <source>Municipality (field)</source>
        <translation>Kommun (fält)</translation>
    </message>
    <message>
        <source>Municipality and area type by area code, where the people do not carry them.</source>
        <translation>Kommun och områdestyp via områdeskod, när befolkningspunkterna saknar dem.</translation>
    </message>
    <message>
        <source>Municipality code (field)</source>
        <translation>Kommunkod (fält)</translation>
    </message>
    <message>
        <source>Municipality of the areas (field)</source>
        <translation>Områdenas kommun (fält)</translation>
    </message>
    <message>
        <source>Municipality of the facilities (field)</source>
        <translation>Vårdenheternas kommun (fält)</translation>
    </message>
    <message>
        <source>Municipality of the people (field; blank = no shares by municipality)</source>
        <translation>Invånarnas kommun (fält; tomt = inga andelar per kommun)</translation>
    </message>
    <message>
        <source>NETWORK has factors already, and new ones would be multiplied with them. Choose the network file that it was made from, or leave CALIBRATED_NETWORK blank.</source>
        <translation>NETWORK har redan faktorer, och nya skulle multipliceras med dem. Välj den vägnätsfil som den skapades av, eller lämna CALIBRATED_NETWORK tomt.</translation>
    </message>
    <message>
        <source>NORM is an own number: give OWN_NORM, above 0.</source>
        <translation>NORM är ett eget tal: ange OWN_NORM, över 0.</translation>
    </message>
    <message>
        <source>NVDB, homogenised network</source>
        <translation>NVDB, homogeniserat vägnät</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>Kopians namn</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Funktionens eller specialitetens namn</translation>
    </message>
    <message>
        <source>Name the field of the number waiting, of the share over 90 days, or both.</source>
        <translation>Ange fältet för antal väntande, för andelen över 90 dagar, eller båda.</translation>
    </message>
    <message>
        <source>Names each area.</source>
        <translation>Namnger varje område.</translation>
    </message>
    <message>
        <source>Names each candidate; blank = feature id.</source>
        <translation>Namnger varje kandidat; tomt = objektets id.</translation>
    </message>
    <message>
        <source>Names each facility in the result; blank = feature id.</source>
        <translation>Namnger varje vårdenhet i resultatet; tomt = objektets id.</translation>
    </message>
    <message>
        <source>Names each hospital; blank = feature id.</source>
        <translation>Namnger varje sjukhus; tomt = objektets id.</translation>
    </message>
    <message>
        <source>Names each point in messages and tables; blank = feature id.</source>
        <translation>Namnger varje punkt i meddelanden och tabeller; tomt = objektets id.</translation>
    </message>
    <message>
        <source>Names each station; blank = feature id.</source>
        <translation>Namnger varje station; tomt = objektets id.</translation>
    </message>
    <message>
        <source>Names each trip in the result; blank = feature id.</source>
        <translation>Namnger varje resa i resultatet; tomt = objektets id.</translation>
    </message>
    <message>
        <source>Nearest facility</source>
        <translation>Närmaste vårdenhet</translation>
    </message>
    <message>
        <source>Nearest facility in another region</source>
        <translation>Närmaste vårdenhet i annan region</translation>
    </message>
    <message>
        <source>Nearest facility in most departures</source>
        <translation>Närmaste vårdenhet vid flest avgångar</translation>
    </message>
    <message>
        <source>Nearest station in another region</source>
        <translation>Närmaste station i annan region</translation>
    </message>
    <message>
        <source>Nearest unit</source>
        <translation>Närmaste vårdenhet</translation>
    </message>
    <message>
        <source>Need and capacity per unit</source>
        <translation>Behov och kapacitet per vårdenhet</translation>
    </message>
    <message>
        <source>Need per year</source>
        <translation>Behov per år</translation>
    </message>
    <message>
        <source>Needed for RAAM, such as 60. A low value makes people choose what is near, a high value what has room.</source>
        <translation>Krävs för RAAM, till exempel 60. Ett lågt värde gör att invånarna väljer det som ligger nära, ett högt det som har plats.</translation>
    </message>
    <message>
        <source>Needed for flows over borders.</source>
        <translation>Krävs för flöden över gränser.</translation>
    </message>
    <message>
        <source>Needed to report one region while its neighbours take part.</source>
        <translation>Krävs för att redovisa en region medan grannregionerna räknas med.</translation>
    </message>
    <message>
        <source>Needed to report one region.</source>
        <translation>Krävs för att redovisa en region.</translation>
    </message>
    <message>
        <source>Needed where NORM is an own number.</source>
        <translation>Krävs när NORM är ett eget tal.</translation>
    </message>
    <message>
        <source>Needs that were not whole patients were rounded.</source>
        <translation>Behov som inte var hela patienter avrundades.</translation>
    </message>
    <message>
        <source>Neither the listings nor the changes have a year. Give YEAR.</source>
        <translation>Varken de listade eller ändringarna har ett år. Ange YEAR.</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Vägnätsfil</translation>
    </message>
    <message>
        <source>Network with the factors</source>
        <translation>Vägnätsfil med faktorerna</translation>
    </message>
    <message>
        <source>Next facility for most people</source>
        <translation>Nästa vårdenhet för flest invånare</translation>
    </message>
    <message>
        <source>Nine trips in ten differ by at most {minutes} minutes.</source>
        <translation>Nio av tio resor avviker med högst {minutes} minuter.</translation>
    </message>
    <message>
        <source>No candidate that may be chosen is in the matrix for {n} points with {people} in demand: {list}.</source>
        <translation>Punkter för vilka matrisen inte har någon kandidat som får väljas ({n} st, efterfrågan {people}): {list}.</translation>
    </message>
    <message>
        <source>No capacity table was given: no centre's places are known.</source>
        <translation>Ingen kapacitetstabell angavs: antalet platser är okänt för alla vårdcentraler.</translation>
    </message>
    <message>
        <source>No centre remains in {year}: there is nowhere to be listed.</source>
        <translation>Ingen vårdcentral är kvar år {year}: det finns ingenstans att lista sig.</translation>
    </message>
    <message>
        <source>No changes were given: the result is what the register already says of the year.</source>
        <translation>Inga ändringar angavs: resultatet är det som registret redan säger om året.</translation>
    </message>
    <message>
        <source>No coordinate of the layer lies on the earth. Check that its coordinate reference system is the right one.</source>
        <translation>Ingen koordinat i lagret ligger på jorden. Kontrollera att lagret har rätt koordinatsystem.</translation>
    </message>
    <message>
        <source>No demand of another region takes part. Figures near the border may be too high.</source>
        <translation>Ingen efterfrågan från någon annan region räknas med. Talen nära gränsen kan vara för höga.</translation>
    </message>
    <message>
        <source>No facility has a service of that care form and urgency.</source>
        <translation>Ingen vårdenhet har någon funktion eller specialitet med den valda vårdformen och det valda värdet för akut eller planerad.</translation>
    </message>
    <message>
        <source>No facility lies in the regions of REPORT_REGION, so there is nothing to draw.</source>
        <translation>Ingen vårdenhet ligger i regionerna i REPORT_REGION, så det finns inget att rita.</translation>
    </message>
    <message>
        <source>No feature has the region {codes} of REPORT_REGION. The regions in the layers are: {present}.</source>
        <translation>Inget objekt har regionen {codes} i REPORT_REGION. Regionerna i lagren är: {present}.</translation>
    </message>
    <message>
        <source>No feature of {layer} has the region {codes} of REPORT_REGION.</source>
        <translation>Inget objekt i {layer} har regionen {codes} i REPORT_REGION.</translation>
    </message>
    <message>
        <source>No line has the value {value} in {field}. Check how the field is filled in.</source>
        <translation>Ingen linje har värdet {value} i {field}. Kontrollera hur fältet är ifyllt.</translation>
    </message>
    <message>
        <source>No other facility in reach</source>
        <translation>Ingen annan vårdenhet inom räckhåll</translation>
    </message>
    <message>
        <source>No people in ORIGINS have these units as their own, so their patients' travel is unknown: {list}.</source>
        <translation>Inga invånare i ORIGINS har de här vårdenheterna som sina, så deras patienters restid är okänd: {list}.</translation>
    </message>
    <message>
        <source>No people were given: the population fields are empty.</source>
        <translation>Ingen befolkning angavs: befolkningsfälten är tomma.</translation>
    </message>
    <message>
        <source>No point of BEFORE lies in an area of AREAS by its code. Choose the fields of the same codes: {points} and {areas}.</source>
        <translation>Ingen punkt i BEFORE har en områdeskod som finns i AREAS. Välj de fält som har samma koder: {points} och {areas}.</translation>
    </message>
    <message>
        <source>No point of ORIGINS has an area code of AREAS. Its first codes are {list}.</source>
        <translation>Ingen punkt i ORIGINS har en områdeskod som finns i AREAS. Dess första koder är {list}.</translation>
    </message>
    <message>
        <source>No population field was named: every point counts as one person.</source>
        <translation>Inget befolkningsfält angavs: varje punkt räknas som en invånare.</translation>
    </message>
    <message>
        <source>No row of LISTINGS has an id of {layer}. Choose the same id field as in the table; its first ids are {list}.</source>
        <translation>Ingen rad i LISTINGS har ett id som finns i {layer}. Välj samma id-fält som i tabellen; dess första id är {list}.</translation>
    </message>
    <message>
        <source>No row of {layer} belongs to a facility in FACILITIES. Its first ids are {here}, and those of FACILITIES {there}. Choose the right FACILITY_ID.</source>
        <translation>Ingen rad i {layer} hör till en vårdenhet i FACILITIES. Tabellens första id är {here}, och de i FACILITIES {there}. Välj rätt FACILITY_ID.</translation>
    </message>
    <message>
        <source>No row of {layer} has an id of FACILITIES. Choose the same id field as in the table; its first ids are {list}.</source>
        <translation>Ingen rad i {layer} har ett id som finns i FACILITIES. Välj samma id-fält som i tabellen; dess första id är {list}.</translation>
    </message>
    <message>
        <source>No row of {layer} has ids of both layers. Choose the same id fields as when the matrix was made. Its first ids are {origins} and {facilities}.</source>
        <translation>Ingen rad i {layer} har id från båda lagren. Välj samma id-fält som när matrisen skapades. Dess första id är {origins} och {facilities}.</translation>
    </message>
    <message>
        <source>No share is above 1 per cent. Check SHARE_AS: the table may hold shares, not per cent.</source>
        <translation>Ingen andel är över 1 procent. Kontrollera SHARE_AS: tabellen kan innehålla andelar, inte procent.</translation>
    </message>
    <message>
        <source>No speed field was named: every road gets DEFAULT_SPEED.</source>
        <translation>Inget hastighetsfält angavs: alla vägar får DEFAULT_SPEED.</translation>
    </message>
    <message>
        <source>No station is open at {time}. Choose another AT_TIME, or leave it blank.</source>
        <translation>Ingen station är öppen klockan {time}. Välj en annan AT_TIME eller lämna den tom.</translation>
    </message>
    <message>
        <source>No supply of another region takes part. Figures near the border may be too low.</source>
        <translation>Inget utbud från någon annan region räknas med. Talen nära gränsen kan vara för låga.</translation>
    </message>
    <message>
        <source>No trip has any weight, so nothing can be said.</source>
        <translation>Ingen rad står för någon resa, så inget kan sägas.</translation>
    </message>
    <message>
        <source>No trip of {date} can be used: {unreadable} trips have times that cannot be read, {backwards} have times that run backwards, and {single} have fewer than two stops with times. Fetch the feed again.</source>
        <translation>Ingen tur den {date} går att använda: {unreadable} turer har tider som inte kan läsas, {backwards} har tider som går bakåt och {single} har färre än två hållplatser med tid. Hämta tidtabellen på nytt.</translation>
    </message>
    <message>
        <source>No trip runs on {date}. The timetable covers {first} to {last}; choose a DATE with service among these.</source>
        <translation>Ingen tur går {date}. Tidtabellen omfattar {first} till {last}; välj ett DATE med trafik bland dem.</translation>
    </message>
    <message>
        <source>No trip with a weight has any time on roads, so there are no factors. Leave CALIBRATED_NETWORK blank.</source>
        <translation>Ingen resa med antal över 0 har någon tid på väg, så det finns inga faktorer. Lämna CALIBRATED_NETWORK tomt.</translation>
    </message>
    <message>
        <source>No vehicle is met after START_TIME: only walking remains.</source>
        <translation>Inget fordon går efter START_TIME: det återstår bara att gå.</translation>
    </message>
    <message>
        <source>Nobody can be served, so the choice has no value.</source>
        <translation>Ingen kan betjänas, så valet har inget värde.</translation>
    </message>
    <message>
        <source>None of the {n} facilities lies within {metres} m of a road that the mode may use. Check that FACILITIES and the network cover the same place, or raise MAX_OFFROAD.</source>
        <translation>Ingen vårdenhet av {n} ligger inom {metres} m från en väg som färdsättet får använda. Kontrollera att FACILITIES och vägnätsfilen täcker samma plats, eller höj MAX_OFFROAD.</translation>
    </message>
    <message>
        <source>None of the {n} lines could be read; the first: {reason}.</source>
        <translation>Ingen linje av {n} kunde läsas; den första: {reason}.</translation>
    </message>
    <message>
        <source>None of the {n} lines is a road that can be used: {not_roads} are no roads, {skipped} were skipped. Check PRESET and the speed field.</source>
        <translation>Ingen linje av {n} är en väg som kan användas: {not_roads} är inte vägar och {skipped} hoppades över. Kontrollera PRESET och hastighetsfältet.</translation>
    </message>
    <message>
        <source>None of the {n} points of {layer} lies within {metres} m of a road. Check that they and the network cover the same place.</source>
        <translation>Ingen av de {n} punkterna i {layer} ligger inom {metres} m från en väg. Kontrollera att de och vägnätet täcker samma plats.</translation>
    </message>
    <message>
        <source>None of the {n} road lines has any length, so there is no network. Check the layer's geometry.</source>
        <translation>Ingen väglinje av {n} har någon längd, så det blir inget vägnät. Kontrollera lagrets geometri.</translation>
    </message>
    <message>
        <source>None of the {n} trips begins and ends within {metres} m of a road that the mode may use. Check TRIPS_CRS and the network, or raise MAX_OFFROAD.</source>
        <translation>Ingen av de {n} resorna börjar och slutar inom {metres} m från en väg som färdsättet får använda. Kontrollera TRIPS_CRS och vägnätet, eller höj MAX_OFFROAD.</translation>
    </message>
    <message>
        <source>None of the {n} trips has a route along the roads.</source>
        <translation>Ingen av de {n} resorna har någon färdväg längs vägarna.</translation>
    </message>
    <message>
        <source>Norm per doctor in training, ST (blank = half of the norm)</source>
        <translation>Norm per ST-läkare (tomt = halva normen)</translation>
    </message>
    <message>
        <source>Norm: listed per full-time doctor in training</source>
        <translation>Norm: listade per heltidsarbetande ST-läkare</translation>
    </message>
    <message>
        <source>Norm: listed per full-time specialist</source>
        <translation>Norm: listade per heltidsarbetande specialist</translation>
    </message>
    <message>
        <source>North or latitude of the end.</source>
        <translation>Målets nordkoordinat eller latitud.</translation>
    </message>
    <message>
        <source>North or latitude of the start.</source>
        <translation>Startens nordkoordinat eller latitud.</translation>
    </message>
    <message>
        <source>Not written in UTF-8, read as Latin-1: {list}.</source>
        <translation>Inte skrivna i UTF-8, lästa som Latin-1: {list}.</translation>
    </message>
    <message>
        <source>Nothing runs on {date} in {path}. Check its days: at most trips of the day before or after are met there.</source>
        <translation>Inga turer går {date} i {path}. Kontrollera vilka dagar den gäller: på sin höjd räknas turer från dagen före eller efter.</translation>
    </message>
    <message>
        <source>Nothing was written: {count} rows of the table "{table}" have a "{column}" that is not in "{parent}", such as {values}. Add those first, or leave the rows out.</source>
        <translation>Inget skrevs: i tabellen ”{table}” har {count} av raderna ett värde i ”{column}” som inte finns i ”{parent}”, till exempel {values}. Lägg till dem först, eller utelämna raderna.</translation>
    </message>
    <message>
        <source>Number of changes</source>
        <translation>Antal ändringar</translation>
    </message>
    <message>
        <source>Number of people (field; blank = not counted)</source>
        <translation>Antal invånare (fält; tomt = räknas inte)</translation>
    </message>
    <message>
        <source>Number of people (field; blank = one per point)</source>
        <translation>Antal invånare (fält; tomt = en per punkt)</translation>
    </message>
    <message>
        <source>Number of sites (not for the fewest sites)</source>
        <translation>Antal platser (inte för minsta antal platser)</translation>
    </message>
    <message>
        <source>Number of trips</source>
        <translation>Antal resor</translation>
    </message>
    <message>
        <source>Number of trips in the row (field; blank = 1)</source>
        <translation>Antal resor på raden (fält; tomt = 1)</translation>
    </message>
    <message>
        <source>Number waiting</source>
        <translation>Antal väntande</translation>
    </message>
    <message>
        <source>Number waiting (field)</source>
        <translation>Antal väntande (fält)</translation>
    </message>
    <message>
        <source>Numbers of people from 1 up to below this one are left empty, with the status suppressed. Sums keep them. This protects what is seen on the screen; before publishing, cells that can be worked out from sums must be hidden too.</source>
        <translation>Antal personer från 1 upp till under detta tal lämnas tomma, med status suppressed. Summorna behåller dem. Det skyddar det som syns på skärmen; före publicering måste även celler som kan räknas ut ur summorna döljas.</translation>
    </message>
    <message>
        <source>Närvård needs the Python packages {names}, which this QGIS does not have, so no tools were loaded. QGIS for Windows (MSI) includes them; on Debian and Ubuntu install {debian}; elsewhere the plugin qpip can install them.</source>
        <translation>Närvård behöver Python-paketen {names}, som saknas i denna QGIS, så inga verktyg laddades. QGIS för Windows (MSI) har dem med; i Debian och Ubuntu installerar du {debian}; annars kan tillägget qpip installera dem.</translation>
    </message>
    <message>
        <source>Närvård network (*.npz)</source>
        <translation>Vägnätsfil för Närvård (*.npz)</translation>
    </message>
    <message>
        <source>Observed time (min)</source>
        <translation>Observerad restid (min)</translation>
    </message>
    <message>
        <source>Observed time in minutes (field)</source>
        <translation>Observerad restid i minuter (fält)</translation>
    </message>
    <message>
        <source>Of the x and y fields; blank = that of the layer TRIPS.</source>
        <translation>För fälten med x och y; tomt = samma som lagret TRIPS.</translation>
    </message>
    <message>
        <source>Of which off the road (min)</source>
        <translation>varav utanför väg (min)</translation>
    </message>
    <message>
        <source>On average the model says {minutes} minutes less than was observed ({percent} per cent too little).</source>
        <translation>I genomsnitt räknar modellen {minutes} minuter kortare restid än den observerade ({percent} procent för lite).</translation>
    </message>
    <message>
        <source>On average the model says {minutes} minutes more than was observed ({percent} per cent too much).</source>
        <translation>I genomsnitt räknar modellen {minutes} minuter längre restid än den observerade ({percent} procent för mycket).</translation>
    </message>
    <message>
        <source>One area for all facilities</source>
        <translation>Ett område för alla vårdenheter</translation>
    </message>
    <message>
        <source>One for each time in BREAKS. Blank = 1;0.68;0.22, for 3SFCA 0.962;0.704;0.377;0.042.</source>
        <translation>En för varje restid i BREAKS. Tomt = 1;0,68;0,22, för 3SFCA 0,962;0,704;0,377;0,042.</translation>
    </message>
    <message>
        <source>One of the layers holds straight lines and the other travel along roads. Compare two of the same kind.</source>
        <translation>Det ena lagret följer fågelvägen och det andra vägarna. Jämför två av samma slag.</translation>
    </message>
    <message>
        <source>One row per facility and service, with its hours and years; the workspace's table services.</source>
        <translation>En rad per vårdenhet och funktion eller specialitet, med tider och år; arbetsytans tabell över utbud (services).</translation>
    </message>
    <message>
        <source>One station more or fewer</source>
        <translation>En station fler eller färre</translation>
    </message>
    <message>
        <source>One-way (field)</source>
        <translation>Enkelriktat (fält)</translation>
    </message>
    <message>
        <source>Only facilities whose hours hold that time count. Blank: opening hours are not asked about.</source>
        <translation>Bara vårdenheter som är öppna då räknas. Tomt: hänsyn tas inte till öppettider.</translation>
    </message>
    <message>
        <source>Only for the vehicle hours.</source>
        <translation>Bara för fordonstimmarna.</translation>
    </message>
    <message>
        <source>Only rows of the table with this care form. Blank = all.</source>
        <translation>Bara tabellens rader med denna vårdform. Tomt = alla.</translation>
    </message>
    <message>
        <source>Only rows of the table with this urgency. Blank = all.</source>
        <translation>Bara tabellens rader med detta värde för akut eller planerad. Tomt = alla.</translation>
    </message>
    <message>
        <source>Only services and facilities of that year. Blank: also those that have ended, or not begun, count.</source>
        <translation>Bara det årets utbud och vårdenheter. Tomt: även det som har upphört, eller inte börjat, räknas.</translation>
    </message>
    <message>
        <source>Only stations that are open then take part. Needs OPEN_FROM and OPEN_TO.</source>
        <translation>Bara stationer som är öppna då räknas med. Kräver OPEN_FROM och OPEN_TO.</translation>
    </message>
    <message>
        <source>Only these are shared out.</source>
        <translation>Bara dessa fördelas.</translation>
    </message>
    <message>
        <source>Open from (field, HH:MM)</source>
        <translation>Öppet från (fält, TT:MM)</translation>
    </message>
    <message>
        <source>Open to (field, HH:MM)</source>
        <translation>Öppet till (fält, TT:MM)</translation>
    </message>
    <message>
        <source>OpenStreetMap</source>
        <translation>OpenStreetMap</translation>
    </message>
    <message>
        <source>Operations per year after</source>
        <translation>Åtgärder per år efter</translation>
    </message>
    <message>
        <source>Operations per year before</source>
        <translation>Åtgärder per år före</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Befolkningspunkt</translation>
    </message>
    <message>
        <source>Origin id (field)</source>
        <translation>Befolkningspunktens id (fält)</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Over the norm after</source>
        <translation>Över normen efter</translation>
    </message>
    <message>
        <source>Over the norm before</source>
        <translation>Över normen före</translation>
    </message>
    <message>
        <source>Overall factor</source>
        <translation>Samlad faktor</translation>
    </message>
    <message>
        <source>Own norm (listed per full-time specialist)</source>
        <translation>Egen norm (listade per heltidsarbetande specialist)</translation>
    </message>
    <message>
        <source>Own number</source>
        <translation>Eget tal</translation>
    </message>
    <message>
        <source>P sites that cover the most people (MCLP)</source>
        <translation>P platser som täcker flest invånare (MCLP)</translation>
    </message>
    <message>
        <source>P sites with room for so many (capacitated p-median)</source>
        <translation>P platser som var och en kan ta emot ett visst antal (p-median med kapacitet)</translation>
    </message>
    <message>
        <source>P sites with the least travel in all (p-median)</source>
        <translation>P platser med minst resande totalt (p-median)</translation>
    </message>
    <message>
        <source>P sites with the shortest longest journey (p-centre)</source>
        <translation>P platser med kortast längsta resa (p-center)</translation>
    </message>
    <message>
        <source>P90 of the error (min)</source>
        <translation>P90 av avvikelsen utan tecken (min)</translation>
    </message>
    <message>
        <source>PEOPLE_OUTPUT is the map of one service: name exactly one in SERVICE, or leave the map out.</source>
        <translation>PEOPLE_OUTPUT är kartan över en funktion eller specialitet: ange exakt en i SERVICE, eller hoppa över kartan.</translation>
    </message>
    <message>
        <source>PER is for access; RAAM's cost was not multiplied.</source>
        <translation>PER gäller access; kostnaden från RAAM multiplicerades inte.</translation>
    </message>
    <message>
        <source>PERCENTILES must be different whole numbers from 1 to 100 with commas between, such as 50,90.</source>
        <translation>PERCENTILES måste vara olika heltal från 1 till 100 med komma emellan, till exempel 50,90.</translation>
    </message>
    <message>
        <source>PROCEDURES has no procedure group called {names}.</source>
        <translation>PROCEDURES har ingen åtgärdsgrupp som heter {names}.</translation>
    </message>
    <message>
        <source>PROCEDURES has no region called {names}.</source>
        <translation>PROCEDURES har ingen region som heter {names}.</translation>
    </message>
    <message>
        <source>PROCEDURES has rows without region, unit or specialty. Fill them in first.</source>
        <translation>PROCEDURES har rader utan region, unit eller specialty. Fyll i dem först.</translation>
    </message>
    <message>
        <source>Pairs count up to and with {reach} minutes.</source>
        <translation>Par räknas till och med {reach} minuter.</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienter</translation>
    </message>
    <message>
        <source>Patients moved from other regions</source>
        <translation>Patienter flyttade från andra regioner</translation>
    </message>
    <message>
        <source>Patients moved per year</source>
        <translation>Flyttade patienter per år</translation>
    </message>
    <message>
        <source>Patients moved to other regions</source>
        <translation>Patienter flyttade till andra regioner</translation>
    </message>
    <message>
        <source>Patients moved within the region</source>
        <translation>Patienter flyttade inom regionen</translation>
    </message>
    <message>
        <source>Patients per year</source>
        <translation>Patienter per år</translation>
    </message>
    <message>
        <source>Patients per year after</source>
        <translation>Patienter per år efter</translation>
    </message>
    <message>
        <source>Patients per year before</source>
        <translation>Patienter per år före</translation>
    </message>
    <message>
        <source>Patients per year beyond capacity</source>
        <translation>Patienter per år utöver kapaciteten</translation>
    </message>
    <message>
        <source>Pay per listed (kronor)</source>
        <translation>Ersättning per listad (kronor)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Befolkning</translation>
    </message>
    <message>
        <source>People (points or areas)</source>
        <translation>Befolkning (punkter eller områden)</translation>
    </message>
    <message>
        <source>People (points or table)</source>
        <translation>Befolkning (punkter eller tabell)</translation>
    </message>
    <message>
        <source>People (points)</source>
        <translation>Befolkning (punkter)</translation>
    </message>
    <message>
        <source>People and their two nearest</source>
        <translation>Befolkningspunkter med sina två närmaste vårdenheter</translation>
    </message>
    <message>
        <source>People at each point.</source>
        <translation>Invånare i varje punkt.</translation>
    </message>
    <message>
        <source>People in areas that meet it</source>
        <translation>Invånare i områden som når det</translation>
    </message>
    <message>
        <source>People in the ring</source>
        <translation>Invånare i ringen</translation>
    </message>
    <message>
        <source>People or visits at each point. A missing or negative number stops the tool.</source>
        <translation>Invånare eller besök i varje punkt. Ett saknat eller negativt tal stoppar verktyget.</translation>
    </message>
    <message>
        <source>People per facility</source>
        <translation>Invånare per vårdenhet</translation>
    </message>
    <message>
        <source>People who do not reach it</source>
        <translation>Invånare som inte når den</translation>
    </message>
    <message>
        <source>People who gain reach</source>
        <translation>Invånare som får vård inom räckhåll</translation>
    </message>
    <message>
        <source>People who get farther</source>
        <translation>Invånare som får längre restid</translation>
    </message>
    <message>
        <source>People who get nearer</source>
        <translation>Invånare som får kortare restid</translation>
    </message>
    <message>
        <source>People who have it as nearest</source>
        <translation>Invånare som har den närmast</translation>
    </message>
    <message>
        <source>People who have only one facility in reach</source>
        <translation>Invånare som bara har en vårdenhet inom räckhåll</translation>
    </message>
    <message>
        <source>People who lose reach</source>
        <translation>Invånare som blir helt utan</translation>
    </message>
    <message>
        <source>People who move</source>
        <translation>Invånare som flyttas</translation>
    </message>
    <message>
        <source>People who reach it</source>
        <translation>Invånare som når den</translation>
    </message>
    <message>
        <source>People who reach no facility</source>
        <translation>Invånare som inte når någon vårdenhet</translation>
    </message>
    <message>
        <source>People whom no vehicle reaches</source>
        <translation>Invånare som inget fordon når</translation>
    </message>
    <message>
        <source>People whose nearest is in another region</source>
        <translation>Invånare som har närmast i annan region</translation>
    </message>
    <message>
        <source>People whose nearest unit becomes another</source>
        <translation>Invånare som får en annan närmaste station</translation>
    </message>
    <message>
        <source>People whose time changes no more than this neither gain nor lose.</source>
        <translation>Invånare vars restid ändras högst så mycket räknas varken som kortare eller längre.</translation>
    </message>
    <message>
        <source>People within the threshold</source>
        <translation>Invånare inom tröskeln</translation>
    </message>
    <message>
        <source>People within the threshold afterwards</source>
        <translation>Invånare inom tröskeln efteråt</translation>
    </message>
    <message>
        <source>People within the time</source>
        <translation>Invånare inom restiden</translation>
    </message>
    <message>
        <source>People without a facility in reach</source>
        <translation>Invånare som inte når någon vårdenhet</translation>
    </message>
    <message>
        <source>People without a known place to go</source>
        <translation>Listade utan känd vårdcentral att gå till</translation>
    </message>
    <message>
        <source>People without reach after</source>
        <translation>Invånare utan vård inom räckhåll efter</translation>
    </message>
    <message>
        <source>Per cent: 65 or 65 %</source>
        <translation>Procent: 65 eller 65 %</translation>
    </message>
    <message>
        <source>Percentiles of the travel time</source>
        <translation>Percentiler av restiden</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Period (field)</source>
        <translation>Period (fält)</translation>
    </message>
    <message>
        <source>Places by the norm</source>
        <translation>Listningsplatser enligt normen (utbud)</translation>
    </message>
    <message>
        <source>Places by the norm, after the changes</source>
        <translation>Listningsplatser enligt normen (utbud), efter ändringarna</translation>
    </message>
    <message>
        <source>Places where a facility could be, today's included if they may stay.</source>
        <translation>Platser där en vårdenhet kan ligga, även dagens om de får vara kvar.</translation>
    </message>
    <message>
        <source>Plan cases</source>
        <translation>Planärenden</translation>
    </message>
    <message>
        <source>Points that no candidate covers do not steer the number of sites.</source>
        <translation>Punkter som ingen kandidat täcker påverkar inte antalet platser.</translation>
    </message>
    <message>
        <source>Points with the column facility_id.</source>
        <translation>Punkter med kolumnen facility_id.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potens</translation>
    </message>
    <message>
        <source>Power: exponent</source>
        <translation>Potens: exponent</translation>
    </message>
    <message>
        <source>Power: shortest time (minutes)</source>
        <translation>Potens: kortaste restid (minuter)</translation>
    </message>
    <message>
        <source>Prefix of the added fields</source>
        <translation>Prefix för de nya fälten</translation>
    </message>
    <message>
        <source>Procedure group</source>
        <translation>Åtgärdsgrupp</translation>
    </message>
    <message>
        <source>Procedure groups (ids with ;, blank = all)</source>
        <translation>Åtgärdsgrupper (id med ; emellan, tomt = alla)</translation>
    </message>
    <message>
        <source>Procedure groups or specialties with ;, each with =share if not all stays; a number alone is a share for all.</source>
        <translation>Åtgärdsgrupper eller specialiteter med ; emellan, var och en med =andel om inte allt stannar; ett ensamt tal är en andel för alla.</translation>
    </message>
    <message>
        <source>Proposed factors on drive time per class: {list}.</source>
        <translation>Föreslagna faktorer på körtid per vägklass: {list}.</translation>
    </message>
    <message>
        <source>Proven to be the best choice</source>
        <translation>Bevisat bästa valet</translation>
    </message>
    <message>
        <source>Public transport and straight walks, not by road: percentile {percent} (min)</source>
        <translation>Kollektivtrafik och gång fågelvägen, ej vägnät: percentil {percent} (min)</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Fråga</translation>
    </message>
    <message>
        <source>RAAM: minutes that cost as much as average crowding</source>
        <translation>RAAM: minuter som kostar lika mycket som genomsnittlig trängsel</translation>
    </message>
    <message>
        <source>RADIUS is not used by this method.</source>
        <translation>RADIUS används inte av den här metoden.</translation>
    </message>
    <message>
        <source>REPORT_REGION needs the field FACILITY_REGION.</source>
        <translation>REPORT_REGION kräver fältet FACILITY_REGION.</translation>
    </message>
    <message>
        <source>REPORT_REGION needs the region fields of both the people and the facilities.</source>
        <translation>REPORT_REGION kräver regionfält för både befolkningen och vårdenheterna.</translation>
    </message>
    <message>
        <source>Rank (1 = worst)</source>
        <translation>Rang (1 = värst)</translation>
    </message>
    <message>
        <source>Reach (ok, lost, gained, never)</source>
        <translation>Inom räckhåll (ok, lost, gained, never)</translation>
    </message>
    <message>
        <source>Reach (ok, lost, gained, never, nobody)</source>
        <translation>Inom räckhåll (ok, lost, gained, never, nobody)</translation>
    </message>
    <message>
        <source>Read as SHARE_AS says.</source>
        <translation>Läses så som SHARE_AS anger.</translation>
    </message>
    <message>
        <source>Reading the roads</source>
        <translation>Läser vägarna</translation>
    </message>
    <message>
        <source>Reading the timetable</source>
        <translation>Läser tidtabellen</translation>
    </message>
    <message>
        <source>Reads waiting times (care guarantee) from any table into the workspace: one row per region, unit, specialty, measure and period. They say how long people wait for care, never how far they travel to it.

INPUT is a table or a CSV file. The field parameters say where region, unit, specialty, measure, period, number of people waiting, share who have waited over 90 days and source stand. Without REGION_FIELD every row is of the workspace's region; without UNIT_FIELD of the whole region; without SOURCE_FIELD the source is SOURCE, or the table's name.

Periods are years, months or quarters: 2024, 2024-12, 2024M12, 2024-Q4, 2024 kv 4. Numbers may have a decimal comma and spaces. SHARE_AS says how shares are written: share (0,65) or percent (65 or 65 %). It is never guessed: a share above 1, or with a per cent sign, is rejected. Hidden cells (.. or &lt;5) become empty, not 0.

A row whose region, unit, specialty, measure and period are in the workspace replaces the figures there and counts as changed, unless they are the same. Importing the same file twice changes nothing. OUTPUT is the rows imported, REJECTED the others with the reason.

Method: one key per figure; the workspace is written in one transaction, or not at all. Source: the regions' reports for the care guarantee, as exported by the user.</source>
        <translation>Läser väntetider (vårdgaranti) från valfri tabell till arbetsytan: en rad per region, enhet, specialitet, mått och period. De visar hur länge patienterna väntar på vård, aldrig hur långt de reser dit.

INPUT är en tabell eller en CSV-fil. Fältparametrarna anger var region, enhet, specialitet, mått, period, antal väntande, andel som väntat över 90 dagar och källa står. Utan REGION_FIELD gäller varje rad arbetsytans region; utan UNIT_FIELD hela regionen; utan SOURCE_FIELD är källan SOURCE, eller tabellens namn.

Perioder är år, månader eller kvartal: 2024, 2024-12, 2024M12, 2024-Q4, 2024 kv 4. Tal får ha decimalkomma och mellanslag. SHARE_AS anger hur andelar är skrivna: share (0,65) eller percent (65 eller 65 %). Det gissas aldrig: en andel över 1, eller med procenttecken, avvisas. Dolda celler (.. eller &lt;5) blir tomma, inte 0.

En rad vars region, enhet, specialitet, mått och period finns i arbetsytan ersätter uppgifterna där och räknas som ändrad, om de inte är desamma. Att läsa in samma fil två gånger ändrar inget. OUTPUT är de inlästa raderna, REJECTED de övriga med skäl.

Metod: en nyckel per uppgift; arbetsytan skrivs i ett enda steg, eller inte alls. Källa: regionernas redovisning av vårdgarantin, så som användaren har hämtat ut den.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Skäl</translation>
    </message>
    <message>
        <source>Recognise by the columns</source>
        <translation>Känn igen på kolumnerna</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Region (county code)</source>
        <translation>Region (länskod)</translation>
    </message>
    <message>
        <source>Region (field)</source>
        <translation>Region (fält)</translation>
    </message>
    <message>
        <source>Region code (field)</source>
        <translation>Regionkod (fält)</translation>
    </message>
    <message>
        <source>Region of facility {k}</source>
        <translation>Region för vårdenhet {k}</translation>
    </message>
    <message>
        <source>Region of the areas (field)</source>
        <translation>Områdenas region (fält)</translation>
    </message>
    <message>
        <source>Region of the facilities (field)</source>
        <translation>Vårdenheternas region (fält)</translation>
    </message>
    <message>
        <source>Region of the facility</source>
        <translation>Vårdenhetens region</translation>
    </message>
    <message>
        <source>Region of the next facility</source>
        <translation>Region för nästa vårdenhet</translation>
    </message>
    <message>
        <source>Region of the people (field)</source>
        <translation>Befolkningens region (fält)</translation>
    </message>
    <message>
        <source>Region of the station</source>
        <translation>Stationens region</translation>
    </message>
    <message>
        <source>Regions to report (codes with ;)</source>
        <translation>Regioner att redovisa (koder med ; emellan)</translation>
    </message>
    <message>
        <source>Regions to report (codes with ;). All others take part, but are not written</source>
        <translation>Regioner att redovisa (koder med ; emellan). Övriga räknas med men skrivs inte</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Avvisade rader</translation>
    </message>
    <message>
        <source>Response coverage</source>
        <translation>Responstid och täckning för ambulans</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Responstid</translation>
    </message>
    <message>
        <source>Response time (min)</source>
        <translation>Responstid (min)</translation>
    </message>
    <message>
        <source>Response time = {fixed} minutes of alarm and turn-out + drive time.</source>
        <translation>Responstid = {fixed} minuter för larm och anspänning + körtid.</translation>
    </message>
    <message>
        <source>Rings end at {breaks} minutes.</source>
        <translation>Ringarna slutar vid {breaks} minuter.</translation>
    </message>
    <message>
        <source>Risks and consequences (template)</source>
        <translation>Risker och konsekvenser (mall)</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>Vägar</translation>
    </message>
    <message>
        <source>Room counts within (minutes)</source>
        <translation>Platser räknas inom (minuter)</translation>
    </message>
    <message>
        <source>Row of the input</source>
        <translation>Rad i indata</translation>
    </message>
    <message>
        <source>Row {row} for the layer "{table}" has a geometry that does not fit ({found} where {expected} stands); nothing was written.</source>
        <translation>Rad {row} till lagret ”{table}” har en geometri som inte passar ({found} där det ska vara {expected}); inget skrevs.</translation>
    </message>
    <message>
        <source>Row {row} for the table "{table}" was refused, and nothing was written: {reason}</source>
        <translation>Rad {row} till tabellen ”{table}” avvisades, och inget skrevs: {reason}</translation>
    </message>
    <message>
        <source>Rows of facility_id, action and year.</source>
        <translation>Rader med facility_id, action och year.</translation>
    </message>
    <message>
        <source>Rows of facility_id, kind (heltid_specialist, heltid_st, listade), value and date.</source>
        <translation>Rader med facility_id, kind (heltid_specialist, heltid_st, listade), value och date.</translation>
    </message>
    <message>
        <source>Rows of facility_id, kind, value, date.</source>
        <translation>Rader med facility_id, kind, value, date.</translation>
    </message>
    <message>
        <source>Rows of facility_id, service, from_year, to_year.</source>
        <translation>Rader med facility_id, service, from_year, to_year.</translation>
    </message>
    <message>
        <source>Rows of indicator, area_code, year, target and better; or give WORKSPACE.</source>
        <translation>Rader med indicator, area_code, year, target och better; eller ange WORKSPACE.</translation>
    </message>
    <message>
        <source>Rows of the table "{table}" can be added but never changed or removed.</source>
        <translation>Rader i tabellen ”{table}” kan läggas till men aldrig ändras eller tas bort.</translation>
    </message>
    <message>
        <source>SCENARIO needs CHANGES, the table in which it stands.</source>
        <translation>SCENARIO kräver CHANGES, tabellen där det står.</translation>
    </message>
    <message>
        <source>SERVICE names {name}, which is no service. Those in {layer} are: {list}.</source>
        <translation>SERVICE anger {name}, som inte är någon funktion eller specialitet. I {layer} finns: {list}.</translation>
    </message>
    <message>
        <source>SERVICES was not given, so these rows are in no table of services: {list}.</source>
        <translation>SERVICES angavs inte, så dessa rader syns inte i någon tabell över utbud: {list}.</translation>
    </message>
    <message>
        <source>START_TIME and END_TIME must be times from 00:00 to 30:00, such as 07:00.</source>
        <translation>START_TIME och END_TIME måste vara klockslag från 00:00 till 30:00, till exempel 07:00.</translation>
    </message>
    <message>
        <source>Sample county (made up)</source>
        <translation>Exempellän (påhittat)</translation>
    </message>
    <message>
        <source>Scale (number of counties)</source>
        <translation>Skala (antal län)</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>Scenario (its name; needed where the table holds several)</source>
        <translation>Scenario (namn; krävs om tabellen innehåller flera)</translation>
    </message>
    <message>
        <source>Scenario to copy</source>
        <translation>Scenario att kopiera</translation>
    </message>
    <message>
        <source>Scenario {name}: {n} changes.</source>
        <translation>Scenario {name}: antal ändringar {n}.</translation>
    </message>
    <message>
        <source>Searching for the best sites. Cancel waits while the exact solver works, at most {seconds} seconds.</source>
        <translation>Söker de bästa platserna. Avbryt dröjer medan den exakta lösaren arbetar, högst {seconds} sekunder.</translation>
    </message>
    <message>
        <source>Searching the network</source>
        <translation>Söker i vägnätet</translation>
    </message>
    <message>
        <source>Searching the timetable</source>
        <translation>Söker i tidtabellen</translation>
    </message>
    <message>
        <source>Searching the walks</source>
        <translation>Söker gångvägar</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Slumpfrö</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Funktion eller specialitet</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Utbud</translation>
    </message>
    <message>
        <source>Services (table)</source>
        <translation>Utbud (tabell)</translation>
    </message>
    <message>
        <source>Services in the scenario</source>
        <translation>Utbud i scenariot</translation>
    </message>
    <message>
        <source>Services or capacity of {n} facilities that are not in FACILITIES were left out: {list}.</source>
        <translation>Utbud eller kapacitet för vårdenheter som inte finns i FACILITIES utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>Services to show (with ;). Blank = all</source>
        <translation>Funktioner och specialiteter att visa (med ; emellan). Tomt = alla</translation>
    </message>
    <message>
        <source>Several rows of the same region, unit, specialty, measure and period have different figures.</source>
        <translation>Flera rader med samma region, enhet, specialitet, mått och period har olika uppgifter.</translation>
    </message>
    <message>
        <source>Share listed at the nearest</source>
        <translation>Andel listade vid den närmaste</translation>
    </message>
    <message>
        <source>Share listed there</source>
        <translation>Andel listade där</translation>
    </message>
    <message>
        <source>Share of all people within the threshold</source>
        <translation>Andel av alla invånare inom tröskeln</translation>
    </message>
    <message>
        <source>Share of all people within {n} min</source>
        <translation>Andel av alla invånare inom {n} min</translation>
    </message>
    <message>
        <source>Share of areas that meet it</source>
        <translation>Andel områden som når det</translation>
    </message>
    <message>
        <source>Share of departures that reach a facility</source>
        <translation>Andel avgångar som når en vårdenhet</translation>
    </message>
    <message>
        <source>Share of facilities with fewer extra person-minutes</source>
        <translation>Andel vårdenheter med färre extra personminuter</translation>
    </message>
    <message>
        <source>Share of patients over {minutes} min after</source>
        <translation>Andel patienter över {minutes} min efter</translation>
    </message>
    <message>
        <source>Share of patients over {minutes} min before</source>
        <translation>Andel patienter över {minutes} min före</translation>
    </message>
    <message>
        <source>Share of people in areas that meet it</source>
        <translation>Andel invånare i områden som når det</translation>
    </message>
    <message>
        <source>Share of the drivable length in the largest connected part</source>
        <translation>Andel av den körbara väglängden i den största sammanhängande delen</translation>
    </message>
    <message>
        <source>Share of the listed inside the norm</source>
        <translation>Andel av de listade inom normen</translation>
    </message>
    <message>
        <source>Share of the listed whose centre is inside the norm</source>
        <translation>Andel av de listade vars vårdcentral är inom normen</translation>
    </message>
    <message>
        <source>Share of the time on {name}</source>
        <translation>Andel av tiden på {name}</translation>
    </message>
    <message>
        <source>Share of time the vehicles are away</source>
        <translation>Andel av tiden som fordonen är borta</translation>
    </message>
    <message>
        <source>Share over 90 days in a year, after (estimate)</source>
        <translation>Andel över 90 dagar om ett år, efter (uppskattning)</translation>
    </message>
    <message>
        <source>Share over 90 days in a year, nothing moved (estimate)</source>
        <translation>Andel över 90 dagar om ett år, inget flyttat (uppskattning)</translation>
    </message>
    <message>
        <source>Share over 90 days today (measured)</source>
        <translation>Andel över 90 dagar i dag (uppmätt)</translation>
    </message>
    <message>
        <source>Share waiting over 90 days</source>
        <translation>Andel som väntat över 90 dagar</translation>
    </message>
    <message>
        <source>Share waiting over 90 days (field)</source>
        <translation>Andel som väntat över 90 dagar (fält)</translation>
    </message>
    <message>
        <source>Share who go on to it</source>
        <translation>Andel som då har den närmast</translation>
    </message>
    <message>
        <source>Share: 0,65</source>
        <translation>Andel: 0,65</translation>
    </message>
    <message>
        <source>Shared supply, far away counts less (E2SFCA)</source>
        <translation>Delat utbud, de som har långt räknas mindre (E2SFCA)</translation>
    </message>
    <message>
        <source>Shares are written as</source>
        <translation>Andelar är skrivna som</translation>
    </message>
    <message>
        <source>Shares planned care out among the units that do it, procedure group by procedure group. MODE balance: the fewest patients are moved so that waiting meets, and it meets where demand divided by capacity is the same; the highest ratio is made as low as possible, then the next, and so on. Among equally few moves the least travel is chosen. MODE concentrate: the fewest units that each hold MIN_VOLUME within their capacity, with the least extra travel.

PROCEDURES has region, unit, specialty (the procedure group), need_per_year, capacity_per_year and, if known, on_call_floor. MATRIX is made by Travel time matrix from ORIGINS to the units; a missing pair is no route.

Whose patients: a unit's area is the people of its own region (ORIGIN_REGION) with it as the nearest of the region's units that do the group. Patients come from there in proportion to people, and each is as likely as the next to be moved. Patients of a unit whose area holds nobody in ORIGINS can be moved, but their travel is unknown: it is counted apart and in no sum.

KEEP_LOCAL lists what stays: hoftprotes (all of it), hoftprotes=0.7 (that share), or a number for all groups. Operations a year are the lesser of demand and capacity. In balance they never fall under a unit's floor (on-call floor or TRAINING_FLOOR, whichever is higher), nor further where they are under it already. Units under their floor are flagged. Where need exceeds the capacity of all units together, the tool says that no move can mend it.

Waiting (WAITING: region, unit, specialty, period, number, share_over_90d) is shown as it is in the newest period, and estimated a year on. List in a year = list today + demand − capacity, at least 0. Share over 90 days = what the list holds beyond 90 days' demand, first come first served. Only new patients are moved: those already waiting stay where they are, so a long list remains long until it is worked off. Waiting is that of the region's units, whoever their patients are.

Results: a row per region and group; SITES, MOVES, PARETO (cheaper alternatives); CONSEQUENCES, a template whose unmeasured rows are empty for you to fill in; TRAVEL_BEFORE and TRAVEL_AFTER for Compare scenarios. No claim is made about health outcomes.

Method: linear and mixed-integer programming with HiGHS in scipy. Travel is one way, by the matrix.</source>
        <translation>Fördelar planerad vård mellan de vårdenheter som utför den, åtgärdsgrupp för åtgärdsgrupp. MODE balance: så få patienter som möjligt flyttas för att väntan ska bli lika, och det blir den när efterfrågan delat med kapacitet är lika; den högsta kvoten görs så låg som möjligt, sedan nästa, och så vidare. Bland lika få flyttar väljs minst resande. MODE concentrate: så få vårdenheter som möjligt som var och en har MIN_VOLUME inom sin kapacitet, med minst extra resande.

PROCEDURES har region, unit, specialty (åtgärdsgruppen), need_per_year, capacity_per_year och, om det är känt, on_call_floor. MATRIX skapas med Restidsmatris från ORIGINS till vårdenheterna; ett par som saknas betyder att färdväg saknas.

Vems patienter: en vårdenhets område är de invånare i dess egen region (ORIGIN_REGION) som har den närmast av regionens vårdenheter som utför gruppen. Patienterna kommer därifrån i proportion till invånarna, och var och en är lika sannolik att flyttas. Patienter till en vårdenhet vars område saknar invånare i ORIGINS kan flyttas, men deras restid är okänd: den räknas för sig och ingår inte i någon summa.

KEEP_LOCAL listar vad som stannar: hoftprotes (allt), hoftprotes=0.7 (den andelen), eller ett tal för alla grupper. Åtgärder per år är det minsta av efterfrågan och kapacitet. I balance sjunker de aldrig under en vårdenhets golv (jourgolvet eller TRAINING_FLOOR, det som är högst), och inte längre ned där de redan ligger under. Vårdenheter under sitt golv märks ut. Där behovet är större än alla vårdenheters kapacitet tillsammans anger verktyget att ingen flytt kan avhjälpa det.

Väntan (WAITING: region, unit, specialty, period, number, share_over_90d) visas som den är i den senaste perioden och uppskattas ett år framåt. Väntelista om ett år = listan i dag + efterfrågan − kapacitet, minst 0. Andel över 90 dagar = det som listan rymmer utöver 90 dagars efterfrågan, först in först ut. Bara nya patienter flyttas: de som redan väntar är kvar, så en lång lista förblir lång tills den arbetats av. Väntan avser regionens vårdenheter, vems patienterna än är.

Resultat: en rad per region och grupp; SITES, MOVES, PARETO (billigare alternativ); CONSEQUENCES, en mall vars rader utan mätvärde är tomma för er att fylla i; TRAVEL_BEFORE och TRAVEL_AFTER till Jämför scenarier. Inget påstås om medicinska resultat.

Metod: linjär programmering och heltalsprogrammering med HiGHS i scipy. Resorna är enkla, enligt matrisen.</translation>
    </message>
    <message>
        <source>Shorter times count as this; the power has no value at 0.</source>
        <translation>Kortare restider räknas som denna; potensen saknar värde vid 0.</translation>
    </message>
    <message>
        <source>Shows how far each area is from a decided target value (målvärde): the value minus the target, and whether the target is met.

The targets are rows of indicator, area_code, year, target and better (lower or higher), with decided_by and decided_date: the table malvarde of a WORKSPACE, or another table as TARGETS. INDICATOR and YEAR choose among them. An area without a target of its own takes that of its municipality, and else of its region; target_level says whose it is. Municipality and region are read from the fields MUNICIPALITY and REGION, or are the first four and two digits of a Swedish area code.

OUTPUT is the areas with target, gap, met, target_level, decided_by and decided_date. An area without a target or without a value has no gap: it is empty, counted and listed, never 0. A value that equals the target meets it. SUMMARY counts areas and people that meet the target, by whose target it is.

A target says nothing of how it was decided: read decided_by before it is compared between regions.

Method: gap = VALUE − target.</source>
        <translation>Visar hur långt varje område är från ett beslutat målvärde: värdet minus målet, och om målet nås.

Målvärdena är rader med indicator, area_code, year, target och better (lower = lägre är bättre, higher = högre är bättre), med decided_by och decided_date: tabellen malvarde i en arbetsyta (WORKSPACE), eller en annan tabell som TARGETS. INDICATOR och YEAR väljer bland dem. Ett område utan eget mål får kommunens, och annars regionens; target_level anger vems det är. Kommun och region läses ur fälten MUNICIPALITY och REGION, eller är de fyra respektive två första siffrorna i en svensk områdeskod.

OUTPUT är områdena med target, gap, met, target_level, decided_by och decided_date. Ett område utan mål eller utan värde har inget gap (avvikelse): det är tomt, räknas och listas, aldrig 0. Ett värde som är lika med målet når det. SUMMARY räknar områden och invånare som når målet, efter vems mål det är.

Ett mål säger inget om hur det beslutades: läs decided_by innan det jämförs mellan regioner.

Metod: gap = VALUE − target.</translation>
    </message>
    <message>
        <source>Shows who is listed where: the share listed at the nearest health centre, flows over the borders of municipalities and counties, and each centre's listed people against those who have it as nearest.

LISTINGS is a table with area_code, unit_id, number, date and status; the newest date counts. AREAS are the small areas with AREA_CODE, ORIGINS points with people and ORIGIN_AREA, the code of the area where each lies. Minutes from an area to a centre are the mean over its people who reach it, weighted by POPULATION, along the roads of NETWORK; a centre that no more than half of them reach is out of reach. The nearest centre is that with the fewest mean minutes; equal times go to the id that comes first.

OUTPUT is the areas with listed, share_at_nearest, nearest_unit, minutes_nearest, minutes_listed (mean to where people are listed), top_unit (most listed) with minutes_top, hidden_cells and status: ok, incomplete (some numbers are hidden), suppressed (few people), missing (no listings) or no_travel. FLOWS goes from area, municipality or county (FLOW_LEVEL) to unit, with crosses_municipality and crosses_region. UNIT_OUTPUT is the units with their listed by where people live, and catchment_population, who have it as nearest. AREA_MINUTES holds the mean minutes of area and unit, for the MATRIX of Consequence of closing health centres.

Numbers from 1 up to below MINIMUM are left empty with the status suppressed; so are shares that tell of so few. Hidden cells of LISTINGS stay hidden, are counted, and are in no sum. Listed people whose unit is not in FACILITIES count as not at the nearest. With REPORT_REGION only areas, units and flows of these regions are written.

Where top_unit is not the nearest, but minutes_top and minutes_nearest hardly differ, two centres lie about as near, and the share says little.

Method: exact fastest paths between all points and centres; primary suppression of small numbers.</source>
        <translation>Visar vilka som är listade var: andelen listade vid den närmaste vårdcentralen, flöden över kommun- och länsgränser, och varje vårdcentrals listade mot dem som har den närmast.

LISTINGS är en tabell med area_code, unit_id, number, date och status; det senaste datumet räknas. AREAS är de små områdena med AREA_CODE, ORIGINS punkter med invånare och ORIGIN_AREA koden för området där var och en ligger. Minuter från ett område till en vårdcentral är medelvärdet över de invånare som når den, viktat med POPULATION, längs vägarna i NETWORK; en vårdcentral som högst hälften av dem når är utom räckhåll. Närmast är vårdcentralen med kortast genomsnittlig restid; vid lika restid gäller det id som kommer först.

OUTPUT är områdena med listed, share_at_nearest, nearest_unit, minutes_nearest, minutes_listed (genomsnittlig restid dit invånarna är listade), top_unit (flest listade) med minutes_top, hidden_cells och status: ok, incomplete (några tal är dolda), suppressed (få personer), missing (inga listade) eller no_travel. FLOWS går från område, kommun eller län (FLOW_LEVEL) till vårdenhet, med crosses_municipality och crosses_region. UNIT_OUTPUT är vårdenheterna med sina listade efter var de bor, och catchment_population, invånare som har vårdenheten närmast. AREA_MINUTES innehåller den genomsnittliga restiden mellan område och vårdenhet, till MATRIX i Vårdvalskonsekvens när vårdcentraler stänger.

Antal från 1 upp till under MINIMUM lämnas tomma med status suppressed; det gäller även andelar som avslöjar så få. Dolda celler i LISTINGS förblir dolda, räknas, och ingår inte i någon summa. Listade vars vårdenhet inte finns i FACILITIES räknas inte som listade vid den närmaste. Med REPORT_REGION skrivs bara områden, vårdenheter och flöden i de regionerna.

Där top_unit inte är den närmaste, men minutes_top och minutes_nearest knappt skiljer sig, ligger två vårdcentraler ungefär lika nära, och andelen säger lite.

Metod: exakt snabbaste väg mellan alla punkter och vårdcentraler; små tal döljs (primärt röjandeskydd).</translation>
    </message>
    <message>
        <source>Sites needed: {value}.</source>
        <translation>Platser som behövs: {value}.</translation>
    </message>
    <message>
        <source>Skipped lines</source>
        <translation>Överhoppade linjer</translation>
    </message>
    <message>
        <source>Skipped {n} features of {layer}: {list}.</source>
        <translation>{n} objekt i {layer} hoppades över: {list}.</translation>
    </message>
    <message>
        <source>Skipped {n} lines because of: {reason} (feature {ids}).</source>
        <translation>Linjer som hoppades över ({n} st), skäl: {reason} (objekt {ids}).</translation>
    </message>
    <message>
        <source>Skipped {n} trips: {list}.</source>
        <translation>Resor som hoppades över ({n} st): {list}.</translation>
    </message>
    <message>
        <source>Small areas with the column area_code.</source>
        <translation>Små områden med kolumnen area_code.</translation>
    </message>
    <message>
        <source>Small areas, such as DeSO.</source>
        <translation>Små områden, till exempel DeSO.</translation>
    </message>
    <message>
        <source>Smallest change that counts (minutes)</source>
        <translation>Minsta ändring som räknas (minuter)</translation>
    </message>
    <message>
        <source>Some rows of {layer} have no value in {field}. Give each its own id.</source>
        <translation>Några rader i {layer} saknar värde i {field}. Ge varje rad ett eget id.</translation>
    </message>
    <message>
        <source>Someone else is writing to {path}, and was not done within {seconds} seconds. Nothing was written; try again in a while.</source>
        <translation>Någon annan skriver till {path} och blev inte klar inom {seconds} sekunder. Inget skrevs; försök igen om en stund.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>Source (field)</source>
        <translation>Källa (fält)</translation>
    </message>
    <message>
        <source>Source (text)</source>
        <translation>Källa (text)</translation>
    </message>
    <message>
        <source>Spare places</source>
        <translation>Lediga platser</translation>
    </message>
    <message>
        <source>Spare places (negative = over the norm)</source>
        <translation>Lediga platser (minus = över normen)</translation>
    </message>
    <message>
        <source>Spare places (negative = over the norm), where both parts are known</source>
        <translation>Lediga platser (minus = över normen), där både platser och listade är kända</translation>
    </message>
    <message>
        <source>Spare places after (negative = over the norm)</source>
        <translation>Lediga platser efter (minus = över normen)</translation>
    </message>
    <message>
        <source>Specialty or procedure group</source>
        <translation>Specialitet eller åtgärdsgrupp</translation>
    </message>
    <message>
        <source>Specialty or procedure group (field)</source>
        <translation>Specialitet eller åtgärdsgrupp (fält)</translation>
    </message>
    <message>
        <source>Speed against the line's direction (field)</source>
        <translation>Hastighet mot linjens riktning (fält)</translation>
    </message>
    <message>
        <source>Speed in km/h (field)</source>
        <translation>Hastighet i km/h (fält)</translation>
    </message>
    <message>
        <source>Speed of ferries without a speed (km/h)</source>
        <translation>Hastighet för färjor utan uppgift (km/h)</translation>
    </message>
    <message>
        <source>Speed off the road (km/h)</source>
        <translation>Hastighet utanför väg (km/h)</translation>
    </message>
    <message>
        <source>Speed where the road has none (km/h; blank skips such roads)</source>
        <translation>Hastighet där vägen saknar uppgift (km/h; tomt hoppar över sådana vägar)</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Start: id (field)</source>
        <translation>Start: id (fält)</translation>
    </message>
    <message>
        <source>Start: x (field)</source>
        <translation>Start: x (fält)</translation>
    </message>
    <message>
        <source>Start: y (field)</source>
        <translation>Start: y (fält)</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Station id (field)</source>
        <translation>Stationens id (fält)</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status in the scenario</source>
        <translation>Status i scenariot</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>Steps: times (minutes, with commas)</source>
        <translation>Steg: restider (minuter, med komma emellan)</translation>
    </message>
    <message>
        <source>Steps: weights (with semicolons or commas)</source>
        <translation>Steg: vikter (med semikolon eller komma emellan)</translation>
    </message>
    <message>
        <source>Straight line to facility {k}, not by road (min)</source>
        <translation>Fågelvägen till vårdenhet {k}, inte längs väg (min)</translation>
    </message>
    <message>
        <source>Straight line, no roads: distance × {detour} at {speed} km/h.</source>
        <translation>Fågelvägen, inga vägar: avståndet × {detour} i {speed} km/h.</translation>
    </message>
    <message>
        <source>Straight line: detour factor</source>
        <translation>Fågelvägen: omvägsfaktor</translation>
    </message>
    <message>
        <source>Straight line: speed (km/h)</source>
        <translation>Fågelvägen: hastighet (km/h)</translation>
    </message>
    <message>
        <source>Such as DeSO; needed for AREA_OUTPUT and groups of areas.</source>
        <translation>Till exempel DeSO; krävs för AREA_OUTPUT och för grupper av områden.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Sammanfattning</translation>
    </message>
    <message>
        <source>Summary of the comparison</source>
        <translation>Jämförelsen i sammanfattning</translation>
    </message>
    <message>
        <source>Supply (field)</source>
        <translation>Utbud (fält)</translation>
    </message>
    <message>
        <source>Supply in reach</source>
        <translation>Utbud inom räckhåll</translation>
    </message>
    <message>
        <source>Supply per unit of demand</source>
        <translation>Utbud per enhet efterfrågan</translation>
    </message>
    <message>
        <source>Supply that is the place's share</source>
        <translation>Platsens andel av utbudet</translation>
    </message>
    <message>
        <source>System of the coordinates</source>
        <translation>Koordinaternas koordinatsystem</translation>
    </message>
    <message>
        <source>THRESHOLD {threshold} is beyond the last step: what is farther than {last} minutes has no weight.</source>
        <translation>THRESHOLD {threshold} ligger bortom det sista steget: det som är längre bort än {last} minuter har ingen vikt.</translation>
    </message>
    <message>
        <source>THRESHOLDS “{text}” must be rising numbers above 0 with commas between, such as 10,15,20,30.</source>
        <translation>THRESHOLDS ”{text}” måste vara stigande tal över 0 med komma emellan, till exempel 10,15,20,30.</translation>
    </message>
    <message>
        <source>TRIPS are no lines, and neither ids nor coordinates of their ends were named. Name FROM_ID and TO_ID, or FROM_X, FROM_Y, TO_X and TO_Y. Its fields are: {fields}.</source>
        <translation>TRIPS är inte linjer, och varken id eller koordinater för ändpunkterna har angetts. Ange FROM_ID och TO_ID, eller FROM_X, FROM_Y, TO_X och TO_Y. Fälten är: {fields}.</translation>
    </message>
    <message>
        <source>TRIPS has no trip with an observed time above 0 and two known ends. Check the fields that were named.</source>
        <translation>TRIPS har ingen resa med observerad tid över 0 och två kända ändpunkter. Kontrollera fälten som angavs.</translation>
    </message>
    <message>
        <source>Target value</source>
        <translation>Målvärde</translation>
    </message>
    <message>
        <source>Target values (table)</source>
        <translation>Målvärden (tabell)</translation>
    </message>
    <message>
        <source>Tells how soon a vehicle from the nearest open station reaches people: response time = ALARM_MINUTES (call to dispatch) + TURNOUT_MINUTES (dispatch to departure) + drive time / SPEED_FACTOR. Drive time and response time are separate fields. Travel is always from the station. Alarm, turn-out, scene and handover times are set from your own measurements; the defaults are only a start.

OPEN_FROM and OPEN_TO are fields of STATIONS with text HH:MM, also over midnight (both empty: always open); AT_TIME picks the stations that are open then. MAX_MINUTES limits the drive.

With HOSPITALS also how long the vehicle is away: turn-out + drive to the scene + SCENE_MINUTES + drive to the hospital nearest to the scene + HANDOVER_MINUTES + drive back to its station (the alarm is not counted). With CALLS (a field of ORIGINS: calls per year), or CALLS_PER_1000 people, this becomes vehicle hours per year, and with VEHICLES (a field of STATIONS) the share of time they are away: hours / (vehicles × 8 760), calls spread evenly over the year, the nearest station answering every call. Give HOSPITALS only those that take the patients, such as those with an emergency department day and night.

OUTPUT is the origins with station_id, drive_minutes, response_minutes, hospital_id, mission_minutes, offroad_m and status. SUMMARY has a row per group and threshold: all, municipality, area_type, with the share of all people within it; people whom nobody reaches stay in the denominator. Mean, median and 90th percentile are over those who are reached. Rows without a threshold hold calls and vehicle hours: for the same groups, per station, and for the stations together (stations answer all people in the input). The groups come from fields of ORIGINS, or by area code from AREAS.

UNITS tells what one fewer or one more changes: each station taken away, and each of CANDIDATES added. Its mean compares those who are reached both before and after.

With REPORT_REGION all stations and people take part, but only those of the reported regions are written; a neighbour's station that is nearest to somebody reported stands in UNITS, too. FACILITY_REGION (a field of STATIONS) adds station_region, and with ORIGIN_REGION crosses_border.

Method: exact fastest paths, the two nearest stations of every point in one search; share = people within the threshold (itself included) / all people.</source>
        <translation>Visar hur snart ett fordon från närmaste öppna station når invånarna: responstid = ALARM_MINUTES (från samtal till larm) + TURNOUT_MINUTES (från larm till avfärd) + körtid / SPEED_FACTOR. Körtid och responstid är skilda fält. Färden räknas alltid från stationen. Sätt larmtid, anspänningstid, tid på plats och överlämningstid efter era egna mätningar; förvalen är bara en början.

OPEN_FROM och OPEN_TO är fält i STATIONS med text TT:MM, även över midnatt (båda tomma: alltid öppet); AT_TIME väljer de stationer som är öppna då. MAX_MINUTES begränsar körtiden.

Med HOSPITALS visas också hur länge fordonet är borta: anspänningstid + körning till platsen + SCENE_MINUTES + körning till det sjukhus som är närmast platsen + HANDOVER_MINUTES + körning tillbaka till stationen (larmtiden räknas inte). Med CALLS (ett fält i ORIGINS: uppdrag per år) eller CALLS_PER_1000 invånare blir detta fordonstimmar per år, och med VEHICLES (ett fält i STATIONS) den andel av tiden som fordonen är borta: timmar / (fordon × 8 760), med uppdragen jämnt spridda över året och närmaste station på varje uppdrag. Ange i HOSPITALS bara de sjukhus som tar emot patienterna, till exempel de som har akutmottagning dygnet runt.

OUTPUT är befolkningspunkterna med station_id, drive_minutes, response_minutes, hospital_id, mission_minutes, offroad_m och status. SUMMARY har en rad per grupp och tröskel: all (alla), municipality (kommun) och area_type (områdestyp), med andelen av alla invånare inom tröskeln; invånare som ingen når finns kvar i nämnaren. Medelvärde, median och 90:e percentil gäller dem som nås. Rader utan tröskel ger uppdrag och fordonstimmar: för samma grupper, per station och för stationerna tillsammans (stationerna åker till alla invånare i indata). Grupperna kommer från fält i ORIGINS eller, via områdeskod, från AREAS.

UNITS visar vad en station färre eller en station fler ändrar: varje station tas bort, och varje kandidat i CANDIDATES läggs till. Medelvärdet där jämför dem som nås både före och efter.

Med REPORT_REGION räknas alla stationer och invånare med, men bara de redovisade regionernas skrivs; en grannregions station som är närmast någon av de redovisade invånarna finns också med i UNITS. FACILITY_REGION (ett fält i STATIONS) ger station_region, och med ORIGIN_REGION också crosses_border.

Metod: exakt snabbaste väg, de två närmaste stationerna till varje punkt i en sökning; andel = invånare inom tröskeln (tröskeln själv räknas som inom) / alla invånare.</translation>
    </message>
    <message>
        <source>Tells how well the network's travel times fit trips whose time is known, such as measured drives or an aggregated ambulance log, and proposes a factor on drive time for each class of road.

TRIPS is a table with one row per trip, or per group of like trips with their number in WEIGHT. Its ends are either the fields FROM_ID and TO_ID, looked up in ORIGINS and FACILITIES; or coordinates in FROM_X, FROM_Y, TO_X, TO_Y (blank takes fields called from_x, from_y, to_x, to_y) in the system TRIPS_CRS; or the first and last point of line features. OBSERVED_MINUTES is the time from departure to arrival, without alarm handling and turn-out.

OUTPUT has a line per trip with deviation = computed − observed and ratio = computed / observed. SUMMARY has the bias, the 90th percentile of the error regardless of sign, and more, in all, per class of road (by the class with most of a trip's time) and per HOUR. Trips without an observed time above 0 are skipped and listed; those without a road or a route are counted.

CALIBRATED_NETWORK is a copy of the network with the factors applied to drive times; ferries, cycling and walking stay as they are. Tools that open it say so. REPORT is one page, How well the model fits.

Method: weighted least squares on the minutes per class along the fastest path, between 0.5 and 2, drawn towards the overall factor where trips tell little; under 20 trips or 30 minutes a class gets the overall factor. Paths and factors are found in turn. Classes come from the road data: see CLASS_FIELD in Compile road network.</source>
        <translation>Visar hur väl vägnätets restider stämmer med resor vars tid är känd, till exempel uppmätta körningar eller en sammanräknad ambulanslogg, och föreslår en faktor på körtiden för varje vägklass.

TRIPS är en tabell med en rad per resa, eller per grupp av lika resor med antalet i WEIGHT. Ändpunkterna är antingen fälten FROM_ID och TO_ID, som söks i ORIGINS och FACILITIES; eller koordinater i FROM_X, FROM_Y, TO_X, TO_Y (tomt tar fält som heter from_x, from_y, to_x, to_y) i systemet TRIPS_CRS; eller linjers första och sista punkt. OBSERVED_MINUTES är tiden från avfärd till framkomst, utan larmhantering och anspänningstid.

OUTPUT har en linje per resa med deviation = beräknad − observerad och ratio = beräknad / observerad. SUMMARY har medelavvikelsen, 90:e percentilen av avvikelsen utan tecken med mera, totalt, per vägklass (efter klassen med mest av resans tid) och per HOUR. Resor utan observerad tid över 0 hoppas över och listas; de utan väg i närheten eller utan färdväg räknas.

CALIBRATED_NETWORK är en kopia av vägnätsfilen med faktorerna på körtiderna; färjor, cykel och gång är oförändrade. Verktyg som öppnar den anger det i loggen. REPORT är en sida, Så väl stämmer modellen.

Metod: viktad minstakvadratanpassning på minuterna per vägklass längs snabbaste vägen, mellan 0,5 och 2, dragen mot den samlade faktorn där resorna ger lite underlag; under 20 resor eller 30 minuter får klassen den samlade faktorn. Vägval och faktorer räknas fram växelvis. Vägklasserna kommer från vägdata: se CLASS_FIELD i Skapa vägnätsfil.</translation>
    </message>
    <message>
        <source>The centres that people may be listed at.</source>
        <translation>Vårdcentralerna som man kan vara listad vid.</translation>
    </message>
    <message>
        <source>The centres whose capacity is counted.</source>
        <translation>Vårdcentralerna vars kapacitet räknas.</translation>
    </message>
    <message>
        <source>The changes of a scenario.</source>
        <translation>Ett scenarios ändringar.</translation>
    </message>
    <message>
        <source>The chosen sites leave {n} points with {people} in demand without a site: {list}.</source>
        <translation>Punkter som de valda platserna lämnar utan plats ({n} st, efterfrågan {people}): {list}.</translation>
    </message>
    <message>
        <source>The codes that PROCEDURES has as region. Blank: everyone's own unit is the nearest, whatever its region.</source>
        <translation>De koder som PROCEDURES har som region. Tomt: var och ens egen vårdenhet är den närmaste, oavsett region.</translation>
    </message>
    <message>
        <source>The copy needs a name in NEW_NAME.</source>
        <translation>Kopian behöver ett namn i NEW_NAME.</translation>
    </message>
    <message>
        <source>The day whose timetable is travelled. Choose an ordinary weekday.</source>
        <translation>Dagen vars tidtabell gäller. Välj en vanlig vardag.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was written to {path}. Free some space and try again.</source>
        <translation>Disken är full, så inget skrevs till {path}. Frigör utrymme och försök igen.</translation>
    </message>
    <message>
        <source>The factors come from trips by another vehicle ({theirs}) than this run's ({own}).</source>
        <translation>Faktorerna kommer från resor med ett annat fordon ({theirs}) än i den här körningen ({own}).</translation>
    </message>
    <message>
        <source>The fewest sites that cover everyone (LSCP)</source>
        <translation>Så få platser som möjligt som täcker alla (LSCP)</translation>
    </message>
    <message>
        <source>The field {field} of {n} candidates holds neither open, closed, 1, 0 nor nothing: {list}.</source>
        <translation>Fältet {field} innehåller för {n} kandidater varken open, closed, 1, 0 eller inget alls: {list}.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}. Choose another folder.</source>
        <translation>Filen {path} går inte att skriva: {reason}. Välj en annan mapp.</translation>
    </message>
    <message>
        <source>The folder {folder} already holds {names}, which no sample county wrote. Choose another folder, or move them away; nothing was written.</source>
        <translation>Mappen {folder} innehåller redan {names}, som inte hör till något exempellän. Välj en annan mapp eller flytta undan dem; inget skrevs.</translation>
    </message>
    <message>
        <source>The folder {path} does not exist. Create it first, or choose another place.</source>
        <translation>Mappen {path} finns inte. Skapa den först, eller välj en annan plats.</translation>
    </message>
    <message>
        <source>The id that the changes and the services name.</source>
        <translation>Det id som ändringarna och utbudet hänvisar till.</translation>
    </message>
    <message>
        <source>The ids that MATRIX has as facility_id.</source>
        <translation>De id som MATRIX har som facility_id.</translation>
    </message>
    <message>
        <source>The ids that MATRIX has as origin_id.</source>
        <translation>De id som MATRIX har som origin_id.</translation>
    </message>
    <message>
        <source>The layer does not have the columns of {preset}. Choose another PRESET, or name the fields. Its columns: {names}</source>
        <translation>Lagret har inte de kolumner som {preset} ska ha. Välj en annan PRESET, eller ange fälten. Lagrets kolumner: {names}</translation>
    </message>
    <message>
        <source>The layer has no coordinate reference system. Set it in the layer's properties, and run again.</source>
        <translation>Lagret saknar koordinatsystem. Ange det i lagrets egenskaper och kör igen.</translation>
    </message>
    <message>
        <source>The layer in {layer} has no coordinate reference system. Set it in the layer's properties, and run again.</source>
        <translation>Lagret i {layer} saknar koordinatsystem. Ange det i lagrets egenskaper och kör igen.</translation>
    </message>
    <message>
        <source>The layer's columns are neither NVDB's nor OpenStreetMap's: only the fields that were named are used.</source>
        <translation>Lagrets kolumner är varken NVDB:s eller OpenStreetMaps: bara de fält som angavs används.</translation>
    </message>
    <message>
        <source>The limit itself is within. Blank: the last step of steps, no limit for gaussian, power and RAAM, else 30.</source>
        <translation>Gränsen själv räknas in. Tomt: det sista steget för steg, ingen gräns för Gauss, potens och RAAM, annars 30.</translation>
    </message>
    <message>
        <source>The longest time in the matrix is {longest} minutes, but {reach} count. If it was made with a shorter MAX_MINUTES or with COUNT, pairs are missing and the result is wrong; make it again with MAX_MINUTES at least {reach}.</source>
        <translation>Den längsta restiden i matrisen är {longest} minuter, men {reach} räknas. Om den skapades med ett kortare MAX_MINUTES eller med COUNT saknas par och resultatet är fel; skapa den på nytt med MAX_MINUTES minst {reach}.</translation>
    </message>
    <message>
        <source>The longest travel time must be above 0 minutes. Leave it blank for no limit.</source>
        <translation>Den längsta restiden måste vara över 0 minuter. Lämna tomt för ingen gräns.</translation>
    </message>
    <message>
        <source>The longest travel time that counts as covered; the limit itself counts.</source>
        <translation>Den längsta restid som räknas som täckt; gränsen själv räknas.</translation>
    </message>
    <message>
        <source>The matrix holds straight lines, not travel along roads.</source>
        <translation>Matrisen innehåller fågelvägen, inte resor längs väg.</translation>
    </message>
    <message>
        <source>The method with room per site needs the field CAPACITY.</source>
        <translation>Metoden med kapacitet per plats behöver fältet CAPACITY.</translation>
    </message>
    <message>
        <source>The municipality where each point lies.</source>
        <translation>Den kommun där varje befolkningspunkt ligger.</translation>
    </message>
    <message>
        <source>The name of the network file must end in .npz.</source>
        <translation>Vägnätsfilens namn måste sluta på .npz.</translation>
    </message>
    <message>
        <source>The name of the raster must end in .tif.</source>
        <translation>Rastrets filnamn måste sluta på .tif.</translation>
    </message>
    <message>
        <source>The name of the report must end in .html.</source>
        <translation>Rapportens filnamn måste sluta på .html.</translation>
    </message>
    <message>
        <source>The nearest chosen site is beyond RADIUS for {n} points with {people} in demand: {list}.</source>
        <translation>Punkter vars närmaste valda plats ligger bortom RADIUS ({n} st, efterfrågan {people}): {list}.</translation>
    </message>
    <message>
        <source>The network file {path} cannot be written: {reason}. Choose another folder.</source>
        <translation>Vägnätsfilen {path} går inte att skriva: {reason}. Välj en annan mapp.</translation>
    </message>
    <message>
        <source>The network file {path} does not exist. Make it with the tool Compile road network.</source>
        <translation>Vägnätsfilen {path} finns inte. Skapa den med verktyget Skapa vägnätsfil.</translation>
    </message>
    <message>
        <source>The network file {path} was made by another version of Närvård. Make it again with the tool Compile road network.</source>
        <translation>Vägnätsfilen {path} är skapad av en annan version av Närvård. Skapa den på nytt med verktyget Skapa vägnätsfil.</translation>
    </message>
    <message>
        <source>The network knows no classes of road. Make it again with CLASS_FIELD to get a factor for each class.</source>
        <translation>Vägnätsfilen saknar vägklasser. Skapa den på nytt med CLASS_FIELD för att få en faktor per klass.</translation>
    </message>
    <message>
        <source>The network's coordinate reference system is not known here: {text}. Make the network file again.</source>
        <translation>Vägnätets koordinatsystem är okänt här: {text}. Skapa vägnätsfilen på nytt.</translation>
    </message>
    <message>
        <source>The network's drive times carry factors per class of road from {n} known trips ({source}, {date}): {list}.</source>
        <translation>Vägnätets körtider är multiplicerade med faktorer per vägklass från {n} kända resor ({source}, {date}): {list}.</translation>
    </message>
    <message>
        <source>The network's drive times have been multiplied by factors before.</source>
        <translation>Vägnätets körtider har redan multiplicerats med faktorer.</translation>
    </message>
    <message>
        <source>The norm: {gp} listed per full-time specialist, {st} per doctor in training.</source>
        <translation>Normen: {gp} listade per heltidsarbetande specialist, {st} per ST-läkare.</translation>
    </message>
    <message>
        <source>The path is {length} characters long and {limit} is the most the file format takes. Choose a shorter name or a folder nearer the top: {path}</source>
        <translation>Sökvägen är {length} tecken lång och filformatet klarar högst {limit}. Välj ett kortare namn eller en mapp högre upp: {path}</translation>
    </message>
    <message>
        <source>The period is not a year, month or quarter. Write 2024, 2024-12 or 2024-Q4.</source>
        <translation>Perioden är inte ett år, en månad eller ett kvartal. Skriv 2024, 2024-12 eller 2024-Q4.</translation>
    </message>
    <message>
        <source>The places that people travel to or from.</source>
        <translation>De platser som invånarna reser till eller från.</translation>
    </message>
    <message>
        <source>The places with supply.</source>
        <translation>Platserna med utbud.</translation>
    </message>
    <message>
        <source>The raster {path} cannot be written: {reason}. Choose another file.</source>
        <translation>Rastret {path} går inte att skriva: {reason}. Välj en annan fil.</translation>
    </message>
    <message>
        <source>The region is not a two-digit county code.</source>
        <translation>Regionen är inte en tvåsiffrig länskod.</translation>
    </message>
    <message>
        <source>The region's own amount, for example per year. Blank = no pay is worked out.</source>
        <translation>Regionens eget belopp, till exempel per år. Tomt = ingen ersättning räknas ut.</translation>
    </message>
    <message>
        <source>The register of facilities, with the columns facility_id, type and closed.</source>
        <translation>Vårdenhetsregistret, med kolumnerna facility_id, type och closed.</translation>
    </message>
    <message>
        <source>The result would have two fields called {name}.</source>
        <translation>Resultatet skulle få två fält som heter {name}.</translation>
    </message>
    <message>
        <source>The result's format cannot hold the fields {names}, so nothing was kept. Choose GeoPackage as output format.</source>
        <translation>Resultatets filformat rymmer inte fälten {names}, så inget sparades. Välj GeoPackage som format.</translation>
    </message>
    <message>
        <source>The road layer is empty. Choose a layer with lines, or clear its filter and selection.</source>
        <translation>Väglagret är tomt. Välj ett lager med linjer, eller ta bort lagrets filter och urval.</translation>
    </message>
    <message>
        <source>The road network</source>
        <translation>Vägnätet</translation>
    </message>
    <message>
        <source>The roads in {path} have changed since the network file was made on {date}. Make it again if that matters.</source>
        <translation>Vägarna i {path} har ändrats sedan vägnätsfilen skapades {date}. Skapa den på nytt om ändringen har betydelse.</translation>
    </message>
    <message>
        <source>The rows compared stand for {n} trips.</source>
        <translation>De jämförda raderna står för {n} resor.</translation>
    </message>
    <message>
        <source>The same codes as in the listings.</source>
        <translation>Samma koder som i tabellen över listade.</translation>
    </message>
    <message>
        <source>The same ids as in the tables.</source>
        <translation>Samma id som i tabellerna.</translation>
    </message>
    <message>
        <source>The same people by id, with other times.</source>
        <translation>Samma befolkningspunkter, med samma id men andra restider.</translation>
    </message>
    <message>
        <source>The same regions are written as {people} in ORIGINS and as {facilities} in FACILITIES. Write them the same way in both.</source>
        <translation>Samma regioner skrivs {people} i ORIGINS och {facilities} i FACILITIES. Skriv dem likadant i båda.</translation>
    </message>
    <message>
        <source>The same row stands earlier in the table.</source>
        <translation>Samma rad står tidigare i tabellen.</translation>
    </message>
    <message>
        <source>The sample county could not be written to {folder}, and what was there is as before: {detail}. If its layers are open in QGIS, remove them from the project first; else check that the folder can be written to.</source>
        <translation>Exempellän kunde inte skrivas till {folder}, och det som fanns där är oförändrat: {detail}. Om lagren är öppna i QGIS, ta först bort dem ur projektet; kontrollera annars att du får skriva i mappen.</translation>
    </message>
    <message>
        <source>The scenario cannot be carried out as it is written. {reasons}</source>
        <translation>Scenariot kan inte genomföras som det är skrivet. {reasons}</translation>
    </message>
    <message>
        <source>The scenario {name} was copied to {new} with {n} changes.</source>
        <translation>Scenariot {name} kopierades till {new} (antal ändringar: {n}).</translation>
    </message>
    <message>
        <source>The search stops here with the best choice found. Cancel is heard between its parts, not inside the exact solver.</source>
        <translation>Sökningen slutar här med det bästa val som hittats. Avbryt verkar mellan dess delar, inte inne i den exakta lösaren.</translation>
    </message>
    <message>
        <source>The share has a per cent sign, but SHARE_AS says share.</source>
        <translation>Andelen har ett procenttecken, men SHARE_AS anger andel.</translation>
    </message>
    <message>
        <source>The share lies outside what SHARE_AS says: 0–1 for a share, 0–100 for per cent.</source>
        <translation>Andelen ligger utanför det som SHARE_AS anger: 0–1 för andel, 0–100 för procent.</translation>
    </message>
    <message>
        <source>The share of people within each is reported; regions measure by different ones.</source>
        <translation>Andelen invånare inom varje tröskel redovisas; regionerna mäter med olika.</translation>
    </message>
    <message>
        <source>The skipped features stand for {n} people, who are in no figure of the result.</source>
        <translation>De överhoppade objekten står för {n} invånare, som inte ingår i någon siffra i resultatet.</translation>
    </message>
    <message>
        <source>The speed along the straight line.</source>
        <translation>Hastigheten längs fågelvägen.</translation>
    </message>
    <message>
        <source>The speed between a point and its road.</source>
        <translation>Hastigheten mellan en punkt och vägen.</translation>
    </message>
    <message>
        <source>The system of the columns x and y in CHANGES; a workspace has SWEREF 99 TM.</source>
        <translation>Koordinatsystemet för kolumnerna x och y i CHANGES; en arbetsyta har SWEREF 99 TM.</translation>
    </message>
    <message>
        <source>The table "{table}" has no column {columns}. Its columns are: {known}.</source>
        <translation>Tabellen ”{table}” har ingen kolumn {columns}. Kolumnerna är: {known}.</translation>
    </message>
    <message>
        <source>The table "{table}" needs the column {columns}, which is missing.</source>
        <translation>Tabellen ”{table}” måste ha kolumnen {columns}, som saknas.</translation>
    </message>
    <message>
        <source>The table has {pairs} pairs.</source>
        <translation>Tabellen har {pairs} par.</translation>
    </message>
    <message>
        <source>The table of services: facility_id, service, hours, from and to year.</source>
        <translation>Tabellen över utbud: facility_id, service, hours, from_year och to_year.</translation>
    </message>
    <message>
        <source>The table scenario_changes of a workspace, or another with its columns.</source>
        <translation>Tabellen scenario_changes i en arbetsyta, eller en annan med samma kolumner.</translation>
    </message>
    <message>
        <source>The targets for {indicator} in {year} do not agree on whether lower or higher is better.</source>
        <translation>Målvärdena för {indicator} år {year} anger olika om lägre eller högre är bättre.</translation>
    </message>
    <message>
        <source>The times are of straight lines, not of travel along roads.</source>
        <translation>Restiderna gäller fågelvägen, inte resor längs väg.</translation>
    </message>
    <message>
        <source>The timetable has no day of service at all. Fetch the feed again.</source>
        <translation>Tidtabellen har inte en enda trafikdag. Hämta den på nytt.</translation>
    </message>
    <message>
        <source>The timetable {path} does not exist. Give a GTFS zip file, or the folder with its text files.</source>
        <translation>Tidtabellen {path} finns inte. Ange en GTFS-fil (zip) eller mappen med dess textfiler.</translation>
    </message>
    <message>
        <source>The timetable {path} has neither calendar.txt nor calendar_dates.txt, so nobody can tell which days it runs. Fetch the feed again.</source>
        <translation>Tidtabellen {path} har varken calendar.txt eller calendar_dates.txt, så ingen kan veta vilka dagar den gäller. Hämta tidtabellen på nytt.</translation>
    </message>
    <message>
        <source>The timetable {path} has no {name}, which every GTFS feed has. Fetch the feed again.</source>
        <translation>Tidtabellen {path} saknar {name}, som varje GTFS-tidtabell har. Hämta tidtabellen på nytt.</translation>
    </message>
    <message>
        <source>The timetable {path} is damaged ({name}). Fetch the feed again.</source>
        <translation>Tidtabellen {path} är skadad ({name}). Hämta den på nytt.</translation>
    </message>
    <message>
        <source>The timetable {path} is locked with a password. Unpack it, and give the folder.</source>
        <translation>Tidtabellen {path} är låst med lösenord. Packa upp den och ange mappen.</translation>
    </message>
    <message>
        <source>The timetable {path} lacks a column that every GTFS feed has ({name}). Fetch the feed again.</source>
        <translation>Tidtabellen {path} saknar en kolumn som varje GTFS-tidtabell har ({name}). Hämta tidtabellen på nytt.</translation>
    </message>
    <message>
        <source>The timetable {path} would unpack to more than a timetable can be ({name}), so it was not opened. Fetch the feed again from its publisher.</source>
        <translation>Tidtabellen {path} skulle packas upp till mer än en tidtabell kan vara ({name}) och har därför inte öppnats. Hämta den på nytt från den som ger ut den.</translation>
    </message>
    <message>
        <source>The travel times “{text}” must be rising numbers above 0 with commas between, such as 10,20,30.</source>
        <translation>Restiderna ”{text}” måste vara stigande tal över 0 med komma emellan, till exempel 10,20,30.</translation>
    </message>
    <message>
        <source>The trips took {factor} times as long as the network says. Factors stay between {least} and {most}: check that OBSERVED_MINUTES are minutes of driving, and that starts and ends are not mixed up.</source>
        <translation>Resorna tog {factor} gånger så lång tid som vägnätet säger. Faktorerna hålls mellan {least} och {most}: kontrollera att OBSERVED_MINUTES är minuters körtid och att start och mål inte är förväxlade.</translation>
    </message>
    <message>
        <source>The trips' coordinates have no coordinate reference system. Choose it in TRIPS_CRS.</source>
        <translation>Resornas koordinater saknar koordinatsystem. Välj det i TRIPS_CRS.</translation>
    </message>
    <message>
        <source>The weight is 0.61 at sigma and 0.14 at twice sigma. Needed for gaussian.</source>
        <translation>Vikten är 0,61 vid sigma och 0,14 vid två sigma. Krävs för Gauss.</translation>
    </message>
    <message>
        <source>The weight is minutes to the power of minus this.</source>
        <translation>Vikten är minuterna upphöjt till minus detta tal.</translation>
    </message>
    <message>
        <source>The whole register, with opened and closed years where known.</source>
        <translation>Hela registret, med öppnings- och stängningsår där de är kända.</translation>
    </message>
    <message>
        <source>The workspace has no scenario called {name}. It has: {names}.</source>
        <translation>Arbetsytan har inget scenario som heter {name}. Där finns: {names}.</translation>
    </message>
    <message>
        <source>The workspace has no table "{table}". Its tables are: {known}.</source>
        <translation>Arbetsytan har ingen tabell ”{table}”. Tabellerna är: {known}.</translation>
    </message>
    <message>
        <source>The workspace {path} could not do this, and nothing was changed: {detail}</source>
        <translation>Åtgärden gick inte att göra i arbetsytan {path}, och inget ändrades: {detail}</translation>
    </message>
    <message>
        <source>The workspace {path} of {region} is already there and was left as it is.</source>
        <translation>Arbetsytan {path} för {region} finns redan och lämnades som den är.</translation>
    </message>
    <message>
        <source>The workspace {path} of {region} was brought up from schema {old}; its content is kept.</source>
        <translation>Arbetsytan {path} för {region} uppdaterades från schema {old}; innehållet är kvar.</translation>
    </message>
    <message>
        <source>The year that the result shows, such as 2030, 2040 or 2050.</source>
        <translation>Det år som resultatet visar, till exempel 2030, 2040 eller 2050.</translation>
    </message>
    <message>
        <source>The year that the target is decided for.</source>
        <translation>Det år som målet är beslutat för.</translation>
    </message>
    <message>
        <source>There are too many points and candidates for this method ({size}). Use larger squares, such as 1 km, or fewer candidates.</source>
        <translation>Punkterna och kandidaterna är för många för den här metoden ({size}). Använd större rutor, till exempel 1 km, eller färre kandidater.</translation>
    </message>
    <message>
        <source>There is already a file at {path}. Choose another name; nothing was overwritten.</source>
        <translation>Det finns redan en fil i {path}. Välj ett annat namn; inget skrevs över.</translation>
    </message>
    <message>
        <source>There is already a scenario called {name}. Choose another name; nothing was changed.</source>
        <translation>Det finns redan ett scenario som heter {name}. Välj ett annat namn; inget ändrades.</translation>
    </message>
    <message>
        <source>There is neither a number nor a share.</source>
        <translation>Både antal och andel saknas.</translation>
    </message>
    <message>
        <source>There is no longest time: pairs count as far as the matrix goes, {longest} minutes.</source>
        <translation>Det finns ingen längsta restid: par räknas så långt matrisen når, {longest} minuter.</translation>
    </message>
    <message>
        <source>There is no measure.</source>
        <translation>Mått saknas.</translation>
    </message>
    <message>
        <source>There is no specialty.</source>
        <translation>Specialitet saknas.</translation>
    </message>
    <message>
        <source>There is no target for {indicator} in {year}. There are targets for: {known}.</source>
        <translation>Det finns inget mål för {indicator} år {year}. Det finns mål för: {known}.</translation>
    </message>
    <message>
        <source>There is no workspace at {path}. Make one with "Create workspace", or correct the path.</source>
        <translation>Det finns ingen arbetsyta i {path}. Skapa en med ”Skapa arbetsyta”, eller rätta sökvägen.</translation>
    </message>
    <message>
        <source>These fields have to be named: {names}.</source>
        <translation>Dessa fält måste anges: {names}.</translation>
    </message>
    <message>
        <source>These rows add a service that is there already, and have no effect: {list}.</source>
        <translation>Dessa rader lägger till en funktion eller specialitet som redan finns, och har ingen verkan: {list}.</translation>
    </message>
    <message>
        <source>These rows add a service without hours, so nobody knows when it is open: {list}.</source>
        <translation>Dessa rader lägger till en funktion eller specialitet utan tider, så ingen vet när den är öppen: {list}.</translation>
    </message>
    <message>
        <source>These rows add or remove a service without naming it: {list}.</source>
        <translation>Dessa rader lägger till eller tar bort en funktion eller specialitet utan att ange den: {list}.</translation>
    </message>
    <message>
        <source>These rows change a capacity that is neither a kind of capacity nor a service of the facility: {list}.</source>
        <translation>Dessa rader ändrar en kapacitet som varken är ett slag av kapacitet eller en funktion eller specialitet vid vårdenheten: {list}.</translation>
    </message>
    <message>
        <source>These rows change a capacity without naming it in the column service, or without a number of at least 0: {list}.</source>
        <translation>Dessa rader ändrar en kapacitet utan att ange den i kolumnen service, eller utan ett tal på minst 0: {list}.</translation>
    </message>
    <message>
        <source>These rows change a facility that is closed by then, and have no effect: {list}.</source>
        <translation>Dessa rader ändrar en vårdenhet som då är stängd, och har ingen verkan: {list}.</translation>
    </message>
    <message>
        <source>These rows change a facility that is not in FACILITIES; give the whole register and filter the result: {list}.</source>
        <translation>Dessa rader ändrar en vårdenhet som inte finns i FACILITIES; ange hela registret och filtrera resultatet: {list}.</translation>
    </message>
    <message>
        <source>These rows change a role without saying what it becomes (type, role, operator): {list}.</source>
        <translation>Dessa rader ändrar en roll utan att säga vad den blir (type, role, operator): {list}.</translation>
    </message>
    <message>
        <source>These rows give a facility a kind of capacity that it did not have: {list}.</source>
        <translation>Dessa rader ger en vårdenhet ett slag av kapacitet som den inte hade: {list}.</translation>
    </message>
    <message>
        <source>These rows give one capacity to a service that has several rows at the facility; say which by care_form, urgency, weekdays or hours: {list}.</source>
        <translation>De här raderna ger en kapacitet till ett utbud som har flera rader vid vårdenheten; ange vilken med care_form, urgency, weekdays eller hours: {list}.</translation>
    </message>
    <message>
        <source>These rows have a service or a capacity that their action does not use; give it a row of its own, with add_service or capacity: {list}.</source>
        <translation>De här raderna har ett utbud eller en kapacitet som åtgärden inte använder; ge det en egen rad med add_service eller capacity: {list}.</translation>
    </message>
    <message>
        <source>These rows have an action that is none of open, close, move, change_role, capacity, add_service and remove_service: {list}.</source>
        <translation>Dessa rader har en åtgärd som inte är någon av open, close, move, change_role, capacity, add_service och remove_service: {list}.</translation>
    </message>
    <message>
        <source>These rows have no whole year: {list}.</source>
        <translation>Dessa rader har inget helt årtal: {list}.</translation>
    </message>
    <message>
        <source>These rows name no facility_id: {list}.</source>
        <translation>Dessa rader anger inget facility_id: {list}.</translation>
    </message>
    <message>
        <source>These rows open a facility that is in the register as closed or not yet open: {list}.</source>
        <translation>Dessa rader öppnar en vårdenhet som står i registret som stängd eller ännu inte öppnad: {list}.</translation>
    </message>
    <message>
        <source>These rows open a facility whose id stands already: {list}.</source>
        <translation>Dessa rader öppnar en vårdenhet vars id redan finns: {list}.</translation>
    </message>
    <message>
        <source>These rows open a facility without a type, which a filter by type will miss: {list}.</source>
        <translation>Dessa rader öppnar en vårdenhet utan typ, som ett filter på typ kommer att missa: {list}.</translation>
    </message>
    <message>
        <source>These rows open or move a facility without x and y: {list}.</source>
        <translation>Dessa rader öppnar eller flyttar en vårdenhet utan x och y: {list}.</translation>
    </message>
    <message>
        <source>These rows remove a service that is not there, and have no effect: {list}.</source>
        <translation>Dessa rader tar bort en funktion eller specialitet som inte finns, och har ingen verkan: {list}.</translation>
    </message>
    <message>
        <source>These rows want something else than an earlier row of the same facility and year: {list}.</source>
        <translation>Dessa rader säger emot en tidigare rad för samma vårdenhet och år: {list}.</translation>
    </message>
    <message>
        <source>This method needs P, the number of sites.</source>
        <translation>Den här metoden behöver P, antalet platser.</translation>
    </message>
    <message>
        <source>This method needs RADIUS, the longest travel time that counts as covered.</source>
        <translation>Den här metoden behöver RADIUS, den längsta restid som räknas som täckt.</translation>
    </message>
    <message>
        <source>Threshold (min)</source>
        <translation>Tröskel (min)</translation>
    </message>
    <message>
        <source>Thresholds (minutes, with commas)</source>
        <translation>Trösklar (minuter, med komma emellan)</translation>
    </message>
    <message>
        <source>Time at the scene (minutes)</source>
        <translation>Tid på plats (minuter)</translation>
    </message>
    <message>
        <source>Time of day (HH:MM; blank = all stations)</source>
        <translation>Klockslag (TT:MM; tomt = alla stationer)</translation>
    </message>
    <message>
        <source>Time the vehicle is away (min)</source>
        <translation>Tid fordonet är borta (min)</translation>
    </message>
    <message>
        <source>Timetable (GTFS zip file or folder)</source>
        <translation>Tidtabell (GTFS, zip-fil eller mapp)</translation>
    </message>
    <message>
        <source>Timetable (GTFS)</source>
        <translation>Tidtabell (GTFS)</translation>
    </message>
    <message>
        <source>To (min)</source>
        <translation>Till (min)</translation>
    </message>
    <message>
        <source>To concentrate, MIN_VOLUME is needed.</source>
        <translation>För att koncentrera behövs MIN_VOLUME.</translation>
    </message>
    <message>
        <source>To region</source>
        <translation>Till region</translation>
    </message>
    <message>
        <source>To the first stop, between stops, from the last stop, and all the way; the way to the road included.</source>
        <translation>Till första hållplatsen, mellan hållplatser, från den sista och hela vägen; vägen fram till vägnätet inräknad.</translation>
    </message>
    <message>
        <source>To unit</source>
        <translation>Till enhet</translation>
    </message>
    <message>
        <source>Too few trips for a factor of their own: {list}; they and classes without trips get the overall factor {overall}.</source>
        <translation>För få resor för en egen faktor: {list}; de och klasser utan resor får den samlade faktorn {overall}.</translation>
    </message>
    <message>
        <source>Training floor (operations per unit and year)</source>
        <translation>Utbildningsgolv (åtgärder per vårdenhet och år)</translation>
    </message>
    <message>
        <source>Travel after</source>
        <translation>Resor efter</translation>
    </message>
    <message>
        <source>Travel along</source>
        <translation>Resan följer</translation>
    </message>
    <message>
        <source>Travel along the road network needs a network file. Make one with the tool Compile road network, or choose a straight line.</source>
        <translation>Resa längs vägnätet kräver en vägnätsfil. Skapa en med verktyget Skapa vägnätsfil, eller välj fågelvägen.</translation>
    </message>
    <message>
        <source>Travel before</source>
        <translation>Resor före</translation>
    </message>
    <message>
        <source>Travel time (min)</source>
        <translation>Restid (min)</translation>
    </message>
    <message>
        <source>Travel time (minutes)</source>
        <translation>Restid (minuter)</translation>
    </message>
    <message>
        <source>Travel time after (min)</source>
        <translation>Restid efter (min)</translation>
    </message>
    <message>
        <source>Travel time before (min)</source>
        <translation>Restid före (min)</translation>
    </message>
    <message>
        <source>Travel time by public transport</source>
        <translation>Restid med kollektivtrafik</translation>
    </message>
    <message>
        <source>Travel time by public transport to the nearest facility</source>
        <translation>Restid med kollektivtrafik till närmaste vårdenhet</translation>
    </message>
    <message>
        <source>Travel time by public transport, percentile {percent} (min)</source>
        <translation>Restid med kollektivtrafik, percentil {percent} (min)</translation>
    </message>
    <message>
        <source>Travel time matrix</source>
        <translation>Restidsmatris</translation>
    </message>
    <message>
        <source>Travel time matrix (table)</source>
        <translation>Restidsmatris (tabell)</translation>
    </message>
    <message>
        <source>Travel time raster</source>
        <translation>Restidsraster</translation>
    </message>
    <message>
        <source>Travel time to each service</source>
        <translation>Restid till varje funktion och specialitet</translation>
    </message>
    <message>
        <source>Travel time to facility {k} (min)</source>
        <translation>Restid till vårdenhet {k} (min)</translation>
    </message>
    <message>
        <source>Travel time to the nearest facility</source>
        <translation>Restid till närmaste vårdenhet</translation>
    </message>
    <message>
        <source>Travel time to the nearest facility that offers one service, at a weekday and hour, in a year. A hospital that lacks the service is passed by.

The map shows minutes where people live; the summary tells how many facilities offer it, how many people reach it within 30, 60 and 90 minutes, and who is nearest where nobody near offers it.

It does not show waiting times, or whether the facility takes patients from another region.

Method: exact fastest paths to the facilities that have a row for the service in the table of services.</source>
        <translation>Restid till närmaste vårdenhet som har en viss funktion eller specialitet, en veckodag och ett klockslag, ett visst år. Ett sjukhus som saknar den passeras.

Kartan visar minuter där invånarna bor; sammanfattningen visar hur många vårdenheter som har funktionen, hur många invånare som når den inom 30, 60 och 90 minuter, och vilken vårdenhet som är närmast där ingen i närheten har den.

Modellen visar inte väntetid (vårdgaranti), och inte om vårdenheten tar emot patienter från en annan region.

Metod: exakt snabbaste väg till de vårdenheter som har en rad för funktionen eller specialiteten i tabellen över utbud.</translation>
    </message>
    <message>
        <source>Travel time to the nearest health centre</source>
        <translation>Restid till närmaste vårdcentral</translation>
    </message>
    <message>
        <source>Travel time to the nearest health centre, listed people per doctor at each centre, and how many people the region's norm has room for per inhabitant where people live.

Read the three results together. Travel time shows distance alone. Listed per specialist shows where a centre has more listed than the norm. Listable per inhabitant (E2SFCA: near centres count more, and a centre is shared by all who can reach it) is 1 where the norm is met, lower where many share few doctors, and 0 where no staffed centre is within the longest travel time.

It needs the capacity of each centre (full-time specialists and ST). Centres without a known capacity have a travel time but no room, and are listed in the log. It does not show waiting times, opening hours or where people are listed.

Method: exact fastest paths; enhanced two-step floating catchment with steps 1, 0.68 and 0.22 within 30 minutes.</source>
        <translation>Restid till närmaste vårdcentral, listade per läkare vid varje vårdcentral, och hur många listningsplatser regionens norm ger per invånare där invånarna bor.

Läs de tre resultaten tillsammans. Restiden visar bara avståndet. Listade per specialist visar var en vårdcentral har fler listade än normen. Listningsplatser per invånare (E2SFCA: nära vårdcentraler räknas mer, och en vårdcentral delas av alla som kan nå den) är 1 där normen nås, lägre där många delar på få läkare, och 0 där ingen bemannad vårdcentral finns inom den längsta restiden.

Modellen behöver varje vårdcentrals kapacitet (heltidsarbetande specialister och ST-läkare). Vårdcentraler utan känd kapacitet har en restid men inga platser, och listas i loggen. Modellen visar inte väntetid (vårdgaranti), öppettider eller var invånarna är listade.

Metod: exakt snabbaste väg; förstärkt tvåstegs flytande upptagningsområde (E2SFCA) med vikterna 1, 0,68 och 0,22 inom 30 minuter.</translation>
    </message>
    <message>
        <source>Travel time to the service</source>
        <translation>Restid till funktionen eller specialiteten</translation>
    </message>
    <message>
        <source>Travel time to the service (points)</source>
        <translation>Restid till funktionen eller specialiteten (punkter)</translation>
    </message>
    <message>
        <source>Travel times (minutes, with commas)</source>
        <translation>Restider (minuter, med komma emellan)</translation>
    </message>
    <message>
        <source>Travel times after</source>
        <translation>Restider efter</translation>
    </message>
    <message>
        <source>Travel times before (points)</source>
        <translation>Restider före (punkter)</translation>
    </message>
    <message>
        <source>Travel times from areas (table)</source>
        <translation>Restider från områden (tabell)</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>Resa</translation>
    </message>
    <message>
        <source>Trip id (field)</source>
        <translation>Resans id (fält)</translation>
    </message>
    <message>
        <source>Trips compared</source>
        <translation>Jämförda resor</translation>
    </message>
    <message>
        <source>Trips: {trips}. Roads: {roads}, network file {network} made {made}.</source>
        <translation>Resor: {trips}. Vägar: {roads}, vägnätsfil {network} skapad {made}.</translation>
    </message>
    <message>
        <source>Turn-out time (minutes)</source>
        <translation>Anspänningstid (minuter)</translation>
    </message>
    <message>
        <source>Two outputs would be written to the same place ({output}). Choose another file or table.</source>
        <translation>Två resultat skulle skrivas på samma ställe ({output}). Välj en annan fil eller tabell.</translation>
    </message>
    <message>
        <source>Two-digit county code. Blank = the workspace's region.</source>
        <translation>Tvåsiffrig länskod. Tomt = arbetsytans region.</translation>
    </message>
    <message>
        <source>Unchanged rows</source>
        <translation>Oförändrade rader</translation>
    </message>
    <message>
        <source>Under 95 per cent: lines may not meet at their ends (raise TOLERANCE), or one-way values may be swapped.</source>
        <translation>Under 95 procent: linjernas ändar kanske inte möts (höj TOLERANCE), eller så är värdena för enkelriktat omkastade.</translation>
    </message>
    <message>
        <source>Under its floor after</source>
        <translation>Under sitt golv efter</translation>
    </message>
    <message>
        <source>Under its floor before</source>
        <translation>Under sitt golv före</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Unit (field)</source>
        <translation>Enhet (fält)</translation>
    </message>
    <message>
        <source>Unit with most listed</source>
        <translation>Vårdenhet med flest listade</translation>
    </message>
    <message>
        <source>Unit: station taken away, or candidate added</source>
        <translation>Station som tas bort eller kandidat som läggs till</translation>
    </message>
    <message>
        <source>Units that do it</source>
        <translation>Vårdenheter som gör det</translation>
    </message>
    <message>
        <source>Until the vehicle can drive again.</source>
        <translation>Tills fordonet kan köra igen.</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Akut eller planerad</translation>
    </message>
    <message>
        <source>Used where no field with calls is named.</source>
        <translation>Används när inget fält med uppdrag har angetts.</translation>
    </message>
    <message>
        <source>VEHICLES are compared with vehicle hours, which need HOSPITALS and calls.</source>
        <translation>VEHICLES jämförs med fordonstimmar, som kräver HOSPITALS och uppdrag.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Värde</translation>
    </message>
    <message>
        <source>Value (field)</source>
        <translation>Värde (fält)</translation>
    </message>
    <message>
        <source>Value (minutes, or shares 0–1)</source>
        <translation>Värde (minuter, eller andelar 0–1)</translation>
    </message>
    <message>
        <source>Value minus target</source>
        <translation>Värde minus mål</translation>
    </message>
    <message>
        <source>Value of the choice</source>
        <translation>Valets värde</translation>
    </message>
    <message>
        <source>Value that means only against the line</source>
        <translation>Värde som betyder enkelriktat mot linjen</translation>
    </message>
    <message>
        <source>Value that means only along the line</source>
        <translation>Värde som betyder enkelriktat längs linjen</translation>
    </message>
    <message>
        <source>Vehicle hours need HOSPITALS, so they are not computed.</source>
        <translation>Fordonstimmar kräver HOSPITALS och har därför inte räknats.</translation>
    </message>
    <message>
        <source>Vehicle hours per year</source>
        <translation>Fordonstimmar per år</translation>
    </message>
    <message>
        <source>Vehicle hours there are per year</source>
        <translation>Fordonstimmar som finns per år</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Fordon</translation>
    </message>
    <message>
        <source>Vehicles (field)</source>
        <translation>Fordon (fält)</translation>
    </message>
    <message>
        <source>Visits (field; blank = people)</source>
        <translation>Besök (fält; tomt = invånare)</translation>
    </message>
    <message>
        <source>Volumes per unit</source>
        <translation>Volymer per vårdenhet</translation>
    </message>
    <message>
        <source>Vulnerability: what if a facility is gone</source>
        <translation>Sårbarhet: om en vårdenhet försvinner</translation>
    </message>
    <message>
        <source>WAITING has no measure called {measure}. It has: {known}. Choose one in WAITING_MEASURE.</source>
        <translation>WAITING har inget mått som heter {measure}. Det har: {known}. Välj ett i WAITING_MEASURE.</translation>
    </message>
    <message>
        <source>WHEN cannot be read: {text}. Write a weekday and an hour, such as sat 03:00, lör 03:00 or 6 03:00.</source>
        <translation>WHEN kan inte läsas: {text}. Skriv en veckodag och ett klockslag, till exempel lör 03:00, sat 03:00 eller 6 03:00.</translation>
    </message>
    <message>
        <source>Waiting as of {period}.</source>
        <translation>Väntetider per {period}.</translation>
    </message>
    <message>
        <source>Waiting meets, fewest moved</source>
        <translation>Lika väntan, minst antal flyttade</translation>
    </message>
    <message>
        <source>Waiting times</source>
        <translation>Väntetider</translation>
    </message>
    <message>
        <source>Waiting times (table)</source>
        <translation>Väntetider (tabell)</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>Gång</translation>
    </message>
    <message>
        <source>Way to facility {k} (m)</source>
        <translation>Väglängd till vårdenhet {k} (m)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webbsida (*.html)</translation>
    </message>
    <message>
        <source>What are the medical risks and gains, and in which source?</source>
        <translation>Vilka är de medicinska riskerna och vinsterna, och enligt vilken källa?</translation>
    </message>
    <message>
        <source>What becomes of the centre</source>
        <translation>Vad som händer med vårdcentralen</translation>
    </message>
    <message>
        <source>What do the regions pay each other?</source>
        <translation>Vad betalar regionerna varandra?</translation>
    </message>
    <message>
        <source>What does patients' travel cost in reimbursement?</source>
        <translation>Vad kostar patienternas resor i reseersättning?</translation>
    </message>
    <message>
        <source>What each facility offers: people it is enough for, posts, places or visits.</source>
        <translation>Vad varje vårdenhet erbjuder: invånare det räcker till, tjänster, platser eller besök.</translation>
    </message>
    <message>
        <source>What each row of FLOWS starts from.</source>
        <translation>Vad varje rad i FLOWS utgår från.</translation>
    </message>
    <message>
        <source>What every unit that goes on must have.</source>
        <translation>Vad varje vårdenhet som fortsätter måste ha.</translation>
    </message>
    <message>
        <source>What happens if a facility closes or changes role?</source>
        <translation>Vad händer om en enhet stänger eller omvandlas?</translation>
    </message>
    <message>
        <source>What happens with follow-up, rehabilitation and continuity?</source>
        <translation>Vad händer med uppföljning, rehabilitering och kontinuitet?</translation>
    </message>
    <message>
        <source>What if a facility is gone</source>
        <translation>Om en vårdenhet försvinner</translation>
    </message>
    <message>
        <source>What is compared with the target, in its unit.</source>
        <translation>Det som jämförs med målet, i dess enhet.</translation>
    </message>
    <message>
        <source>What is farther away counts as out of reach. The limit itself is within reach.</source>
        <translation>Det som ligger längre bort räknas som utom räckhåll. Själva gränsen räknas som inom räckhåll.</translation>
    </message>
    <message>
        <source>What is not proven best within it is said. Cancel is heard between procedure groups and steps.</source>
        <translation>Det sägs om något inte bevisats vara bäst inom tiden. Avbryt verkar mellan åtgärdsgrupper och steg.</translation>
    </message>
    <message>
        <source>What people wait for.</source>
        <translation>Vad man väntar på.</translation>
    </message>
    <message>
        <source>What stays local</source>
        <translation>Vad som stannar lokalt</translation>
    </message>
    <message>
        <source>What the best choice is.</source>
        <translation>Vad som menas med det bästa valet.</translation>
    </message>
    <message>
        <source>What the moves are to reach.</source>
        <translation>Vad flyttarna ska uppnå.</translation>
    </message>
    <message>
        <source>What the scenario does</source>
        <translation>Vad scenariot gör</translation>
    </message>
    <message>
        <source>When (weekday and hour, such as sat 03:00). Blank = any time</source>
        <translation>När (veckodag och klockslag, till exempel lör 03:00). Tomt = när som helst</translation>
    </message>
    <message>
        <source>Where areas overlap</source>
        <translation>Där områden överlappar</translation>
    </message>
    <message>
        <source>Where each step ends, itself within. Blank = 10,20,30, for 3SFCA 10,20,30,60.</source>
        <translation>Var varje steg slutar, gränsen inräknad. Tomt = 10,20,30, för 3SFCA 10,20,30,60.</translation>
    </message>
    <message>
        <source>Where everyone goes</source>
        <translation>Vem som åker till vilken plats</translation>
    </message>
    <message>
        <source>Where patients are taken: the nearest one.</source>
        <translation>Dit patienterna körs: det närmaste.</translation>
    </message>
    <message>
        <source>Where people live, such as squares or addresses.</source>
        <translation>Där invånarna bor, till exempel rutor eller adresser.</translation>
    </message>
    <message>
        <source>Where people live.</source>
        <translation>Var invånarna bor.</translation>
    </message>
    <message>
        <source>Where people live. Only ids are joined, so areas do as well as points.</source>
        <translation>Var invånarna bor. Bara id kopplas, så områden duger lika bra som punkter.</translation>
    </message>
    <message>
        <source>Where should one more stand?</source>
        <translation>Var ska en till ligga?</translation>
    </message>
    <message>
        <source>Where the demand is.</source>
        <translation>Var efterfrågan finns.</translation>
    </message>
    <message>
        <source>Where the figures come from, for rows without a source of their own.</source>
        <translation>Varifrån uppgifterna kommer, för rader utan egen källa.</translation>
    </message>
    <message>
        <source>Where the rows are kept, in the table waiting_times.</source>
        <translation>Där raderna sparas, i tabellen waiting_times.</translation>
    </message>
    <message>
        <source>Where the vehicles stand: ambulance stations.</source>
        <translation>Där fordonen står: ambulansstationer.</translation>
    </message>
    <message>
        <source>Whether a point may be split between sites; only for the method with room per site.</source>
        <translation>Om en punkt får delas mellan platser; bara för metoden med kapacitet per plats.</translation>
    </message>
    <message>
        <source>Which end is the facility or station: with From the facility to people, FROM_ID is looked up in FACILITIES.</source>
        <translation>Vilken ände som är vårdenheten eller stationen: med Från vårdenheten till invånarna söks FROM_ID i FACILITIES.</translation>
    </message>
    <message>
        <source>Which investments, or premises left empty, follow?</source>
        <translation>Vilka investeringar eller tomma lokaler följer?</translation>
    </message>
    <message>
        <source>Which of the facilities (expression)</source>
        <translation>Vilka av vårdenheterna (uttryck)</translation>
    </message>
    <message>
        <source>Which one, where CHANGES holds several in its column scenario.</source>
        <translation>Vilket, där CHANGES har flera i sin kolumn scenario.</translation>
    </message>
    <message>
        <source>Which rows of WAITING are used.</source>
        <translation>Vilka rader i WAITING som används.</translation>
    </message>
    <message>
        <source>Which waiting, such as first visit or operation.</source>
        <translation>Vilken väntan, till exempel på första besök eller operation.</translation>
    </message>
    <message>
        <source>Who cannot or will not travel (age, language, without a car, escort)?</source>
        <translation>Vilka kan eller vill inte resa (ålder, språk, utan bil, ledsagare)?</translation>
    </message>
    <message>
        <source>Who goes to which chosen site</source>
        <translation>Vem som åker till vilken vald plats</translation>
    </message>
    <message>
        <source>Who is listed where.</source>
        <translation>Vilka som är listade var.</translation>
    </message>
    <message>
        <source>Who meets the target</source>
        <translation>Vilka som når målet</translation>
    </message>
    <message>
        <source>Who must be recruited, or work at another place?</source>
        <translation>Vilka behöver rekryteras eller arbeta på en annan plats?</translation>
    </message>
    <message>
        <source>Who travels: one-way roads and speeds that differ by direction make the two unlike.</source>
        <translation>Vem som reser: enkelriktade vägar och olika hastighet i olika riktning gör att restiderna skiljer sig.</translation>
    </message>
    <message>
        <source>Whole numbers from 1 to 100 with commas. 90 is what nine departures of ten do not exceed.</source>
        <translation>Heltal från 1 till 100 med komma emellan. 90 är det som nio avgångar av tio inte överskrider.</translation>
    </message>
    <message>
        <source>Whole people.</source>
        <translation>Hela personer.</translation>
    </message>
    <message>
        <source>Whose people and geometry are used.</source>
        <translation>Lagret vars invånare och geometri används.</translation>
    </message>
    <message>
        <source>Whose table malvarde holds the targets; or give TARGETS.</source>
        <translation>Arbetsytan vars tabell malvarde innehåller målvärdena; eller ange TARGETS.</translation>
    </message>
    <message>
        <source>Whose target (all, own, municipality, region; no_target, no_value)</source>
        <translation>Vems mål (all, own, municipality, region; no_target, no_value)</translation>
    </message>
    <message>
        <source>Whose target (own, municipality, region)</source>
        <translation>Vems mål (own, municipality, region)</translation>
    </message>
    <message>
        <source>Why it is empty</source>
        <translation>Varför det är tomt</translation>
    </message>
    <message>
        <source>With FROM_ID: where the trip ends, by id.</source>
        <translation>Tillsammans med FROM_ID: var resan slutar, med id.</translation>
    </message>
    <message>
        <source>With TO_ID: where the trip starts, by id.</source>
        <translation>Tillsammans med TO_ID: var resan börjar, med id.</translation>
    </message>
    <message>
        <source>With room per site, each point goes</source>
        <translation>Med kapacitet per plats går varje punkt</translation>
    </message>
    <message>
        <source>With the columns origin_id and population, as the layers of a Närvård workspace have them.</source>
        <translation>Med kolumnerna origin_id och population, som lagren i en arbetsyta för Närvård har.</translation>
    </message>
    <message>
        <source>Without ORIGIN_REGION and FACILITY_REGION it was not checked whether neighbours' people and facilities take part.</source>
        <translation>Utan ORIGIN_REGION och FACILITY_REGION kontrollerades inte om grannregionernas invånare och vårdenheter räknas med.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbetsyta</translation>
    </message>
    <message>
        <source>Workspace (path of a .gpkg)</source>
        <translation>Arbetsyta (sökväg till en .gpkg)</translation>
    </message>
    <message>
        <source>Writes the made-up county Exempellän into a folder: roads, people, small areas, facilities with services and capacity, listings, waiting times, ten years of statistics, a timetable (GTFS), municipal plans, data gone wrong on purpose, and a workspace with all of it in place. Nothing in it is real, and every layer and file says so.

The same scale and seed give the same county. Scale 1 is a county of about 250 000 people with a strip of its neighbour; 25 is as large as a nation and takes minutes. The timetable and the plans are those of the one county whatever the scale.

An earlier sample county in the folder is replaced only once the new one is complete; any other file of the same name stops the tool before anything is written. Coordinates are SWEREF 99 TM (EPSG:3006).</source>
        <translation>Skriver det påhittade Exempellän till en mapp: vägar, befolkning, småområden, vårdenheter med utbud och kapacitet, listade, väntetider, tio års statistik, en tidtabell (GTFS), kommunala planer, avsiktligt felaktiga data och en arbetsyta med allt på plats. Inget är verkligt, och det står i varje lager och fil.

Samma skala och slumpfrö ger samma län. Skala 1 är ett län med omkring 250 000 invånare och en remsa av grannlänet; 25 är stort som ett helt land och tar flera minuter. Tidtabellen och planerna gäller ett enda län oavsett skala.

Ett tidigare exempellän i mappen ersätts först när det nya är helt färdigt; finns där en annan fil med samma namn stannar verktyget innan något har skrivits. Koordinaterna är i SWEREF 99 TM (EPSG:3006).</translation>
    </message>
    <message>
        <source>Writing the network</source>
        <translation>Skriver vägnätsfilen</translation>
    </message>
    <message>
        <source>Wrote the made-up county with {people} people, {roads} road links, {facilities} facilities and {stops} stops to {folder}.</source>
        <translation>Skrev det påhittade länet med {people} invånare, {roads} väglänkar, {facilities} vårdenheter och {stops} hållplatser till {folder}.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Year that the copy shows (blank = as the first)</source>
        <translation>År som kopian visar (tomt = samma som förlagan)</translation>
    </message>
    <message>
        <source>Year, month or quarter.</source>
        <translation>År, månad eller kvartal.</translation>
    </message>
    <message>
        <source>Year. Blank = whatever year</source>
        <translation>År. Tomt = oavsett år</translation>
    </message>
    <message>
        <source>[Not selected]</source>
        <translation>[Inget valt]</translation>
    </message>
    <message>
        <source>a facility that opens or moves needs x and y.</source>
        <translation>en vårdenhet som öppnar eller flyttar måste ha x och y.</translation>
    </message>
    <message>
        <source>a missing number needs the status suppressed or missing.</source>
        <translation>ett antal som saknas måste ha status suppressed eller missing.</translation>
    </message>
    <message>
        <source>a missing or negative weight</source>
        <translation>antal resor saknas eller är negativt</translation>
    </message>
    <message>
        <source>a missing value needs the status suppressed or missing.</source>
        <translation>ett värde som saknas måste ha status suppressed eller missing.</translation>
    </message>
    <message>
        <source>a row with the same key is already there ("{column}" is "{value}").</source>
        <translation>det finns redan en rad med samma nyckel (”{column}” är ”{value}”).</translation>
    </message>
    <message>
        <source>a service that is added or removed needs its name.</source>
        <translation>en funktion eller specialitet som läggs till eller tas bort måste anges.</translation>
    </message>
    <message>
        <source>a speed that is zero, negative or above {limit} km/h</source>
        <translation>hastigheten är noll, negativ eller över {limit} km/h</translation>
    </message>
    <message>
        <source>an id in {field} that is in no layer</source>
        <translation>id i {field} som inte finns i något lager</translation>
    </message>
    <message>
        <source>an observed time that is no number</source>
        <translation>en observerad tid som inte är ett tal</translation>
    </message>
    <message>
        <source>an observed time that is not above 0</source>
        <translation>observerad tid som inte är över 0</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>buss</translation>
    </message>
    <message>
        <source>coordinates outside its system</source>
        <translation>koordinater utanför lagrets koordinatsystem</translation>
    </message>
    <message>
        <source>coordinates that are missing or no numbers</source>
        <translation>koordinater som saknas eller inte är tal</translation>
    </message>
    <message>
        <source>coordinates that are not numbers</source>
        <translation>koordinater som inte är tal</translation>
    </message>
    <message>
        <source>empty geometry</source>
        <translation>tom geometri</translation>
    </message>
    <message>
        <source>ferry</source>
        <translation>färja</translation>
    </message>
    <message>
        <source>fewer than two points</source>
        <translation>färre än två punkter</translation>
    </message>
    <message>
        <source>filter: {filter}</source>
        <translation>filter: {filter}</translation>
    </message>
    <message>
        <source>flight</source>
        <translation>flyg</translation>
    </message>
    <message>
        <source>frequencies.txt makes more trips than any timetable has. Fetch the feed again from its publisher.</source>
        <translation>frequencies.txt ger fler turer än någon tidtabell har. Hämta tidtabellen på nytt från den som ger ut den.</translation>
    </message>
    <message>
        <source>funicular</source>
        <translation>bergbana</translation>
    </message>
    <message>
        <source>hours per year</source>
        <translation>timmar per år</translation>
    </message>
    <message>
        <source>in parts to several sites</source>
        <translation>i delar till flera platser</translation>
    </message>
    <message>
        <source>it breaks the rule {problem}.</source>
        <translation>den bryter mot regeln {problem}.</translation>
    </message>
    <message>
        <source>it closes before it opens.</source>
        <translation>den stänger innan den öppnar.</translation>
    </message>
    <message>
        <source>it ends before it begins.</source>
        <translation>den slutar innan den börjar.</translation>
    </message>
    <message>
        <source>it has a value of a kind that can't be stored ({value}).</source>
        <translation>den har ett värde av ett slag som inte kan lagras ({value}).</translation>
    </message>
    <message>
        <source>minutes on average</source>
        <translation>minuter i genomsnitt</translation>
    </message>
    <message>
        <source>model_fit_en.html</source>
        <translation>model_fit_sv.html</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>utan klass</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>geometri saknas</translation>
    </message>
    <message>
        <source>no length</source>
        <translation>längden är noll</translation>
    </message>
    <message>
        <source>no observed time</source>
        <translation>observerad tid saknas</translation>
    </message>
    <message>
        <source>no speed</source>
        <translation>hastighet saknas</translation>
    </message>
    <message>
        <source>no trips</source>
        <translation>inga turer</translation>
    </message>
    <message>
        <source>not a line</source>
        <translation>inte en linje</translation>
    </message>
    <message>
        <source>not a point</source>
        <translation>inte en punkt</translation>
    </message>
    <message>
        <source>of the ring, from other regions</source>
        <translation>av ringens invånare, från andra regioner</translation>
    </message>
    <message>
        <source>of the ring, from the facility's own region</source>
        <translation>av ringens invånare, från vårdenhetens egen region</translation>
    </message>
    <message>
        <source>of which from facilities of its own region</source>
        <translation>varav från vårdenheter i den egna regionen</translation>
    </message>
    <message>
        <source>of which from facilities of other regions</source>
        <translation>varav från vårdenheter i andra regioner</translation>
    </message>
    <message>
        <source>of which from its own region</source>
        <translation>varav från den egna regionen</translation>
    </message>
    <message>
        <source>of which from other regions</source>
        <translation>varav från andra regioner</translation>
    </message>
    <message>
        <source>of which in other regions</source>
        <translation>varav i andra regioner</translation>
    </message>
    <message>
        <source>of which in the reported region</source>
        <translation>varav i den redovisade regionen</translation>
    </message>
    <message>
        <source>of whom from its own municipality</source>
        <translation>varav från den egna kommunen</translation>
    </message>
    <message>
        <source>of whom from its own region</source>
        <translation>varav från den egna regionen</translation>
    </message>
    <message>
        <source>of whom from other counties</source>
        <translation>varav från andra län</translation>
    </message>
    <message>
        <source>of whom from other municipalities of the county</source>
        <translation>varav från andra kommuner i länet</translation>
    </message>
    <message>
        <source>of whom from other regions</source>
        <translation>varav från andra regioner</translation>
    </message>
    <message>
        <source>of whom it is not known from where</source>
        <translation>varav okänt varifrån</translation>
    </message>
    <message>
        <source>of whom without any other</source>
        <translation>varav som blir helt utan</translation>
    </message>
    <message>
        <source>one part left out: {reason}</source>
        <translation>en del utelämnad: {reason}</translation>
    </message>
    <message>
        <source>only the {n} selected features</source>
        <translation>bara valda objekt ({n} st)</translation>
    </message>
    <message>
        <source>open or 1: must be chosen. closed or -1: may not be chosen. 0 or nothing: free.</source>
        <translation>open eller 1: måste väljas. closed eller -1: får inte väljas. 0 eller inget: fri.</translation>
    </message>
    <message>
        <source>operations per year</source>
        <translation>åtgärder per år</translation>
    </message>
    <message>
        <source>other vehicles</source>
        <translation>övriga</translation>
    </message>
    <message>
        <source>patients per year</source>
        <translation>patienter per år</translation>
    </message>
    <message>
        <source>several points in one feature</source>
        <translation>flera punkter i ett objekt</translation>
    </message>
    <message>
        <source>straight line, not the road network</source>
        <translation>Fågelväg, ej vägnät</translation>
    </message>
    <message>
        <source>taxi</source>
        <translation>taxi</translation>
    </message>
    <message>
        <source>the made-up sample county</source>
        <translation>det påhittade Exempellän</translation>
    </message>
    <message>
        <source>the number of points</source>
        <translation>antalet punkter</translation>
    </message>
    <message>
        <source>the targets</source>
        <translation>målvärdena</translation>
    </message>
    <message>
        <source>too few trips: the overall factor</source>
        <translation>för få resor: samlad faktor</translation>
    </message>
    <message>
        <source>train</source>
        <translation>tåg</translation>
    </message>
    <message>
        <source>tram</source>
        <translation>spårvagn</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>odaterat</translation>
    </message>
    <message>
        <source>underground</source>
        <translation>tunnelbana</translation>
    </message>
    <message>
        <source>units</source>
        <translation>vårdenheter</translation>
    </message>
    <message>
        <source>whole to one site</source>
        <translation>hel till en plats</translation>
    </message>
    <message>
        <source>x and y must both have a value, or neither.</source>
        <translation>x och y måste båda ha ett värde, eller ingen av dem.</translation>
    </message>
    <message>
        <source>{added} rows added, {changed} changed, {unchanged} unchanged, {rejected} rejected.</source>
        <translation>Rader: {added} tillagda, {changed} ändrade, {unchanged} oförändrade, {rejected} avvisade.</translation>
    </message>
    <message>
        <source>{field} was named, but neither FORWARD_VALUE nor BACKWARD_VALUE: every road is open both ways.</source>
        <translation>{field} angavs, men varken FORWARD_VALUE eller BACKWARD_VALUE: alla vägar är öppna i båda riktningarna.</translation>
    </message>
    <message>
        <source>{gainers} people get nearer and {losers} farther; {lost} lose reach, {gained} gain it, {never} never have it.</source>
        <translation>{gainers} invånare får kortare restid och {losers} längre; {lost} blir helt utan, {gained} får vård inom räckhåll och {never} är utan både före och efter.</translation>
    </message>
    <message>
        <source>{layer} already has fields that this tool adds: {names}. Give the added fields a PREFIX.</source>
        <translation>{layer} har redan fält som verktyget lägger till: {names}. Ge de nya fälten ett PREFIX.</translation>
    </message>
    <message>
        <source>{layer} has no features. Choose another layer, or clear its filter and selection.</source>
        <translation>{layer} har inga objekt. Välj ett annat lager, eller ta bort lagrets filter och urval.</translation>
    </message>
    <message>
        <source>{layer} has no field {names}. Its fields are: {fields}.</source>
        <translation>{layer} har inget fält {names}. Fälten är: {fields}.</translation>
    </message>
    <message>
        <source>{layer} has no metres</source>
        <translation>{layer} saknar meter</translation>
    </message>
    <message>
        <source>{layer} has no rows of the kinds {kinds}. Choose the capacity table, or correct its column kind.</source>
        <translation>{layer} har inga rader av slagen {kinds}. Välj kapacitetstabellen, eller rätta dess kolumn kind.</translation>
    </message>
    <message>
        <source>{layer} has no rows with both an area and a unit. Choose another table.</source>
        <translation>{layer} har inga rader med både område och vårdenhet. Välj en annan tabell.</translation>
    </message>
    <message>
        <source>{layer} has no rows. Choose another layer, or clear its filter and selection.</source>
        <translation>{layer} har inga rader. Välj ett annat lager, eller ta bort lagrets filter och urval.</translation>
    </message>
    <message>
        <source>{layer} has no usable points. Choose another layer, or clear its filter and selection.</source>
        <translation>{layer} har inga användbara punkter. Välj ett annat lager, eller ta bort lagrets filter och urval.</translation>
    </message>
    <message>
        <source>{layer} is empty.</source>
        <translation>{layer} är tomt.</translation>
    </message>
    <message>
        <source>{lines} lines gave {nodes} junctions and {arcs} links (each way counted), in {crs}.</source>
        <translation>{lines} linjer gav {nodes} korsningar och {arcs} länkar (varje riktning räknad), i {crs}.</translation>
    </message>
    <message>
        <source>{met} of {n} areas meet the target.</source>
        <translation>{met} av {n} områden når målet.</translation>
    </message>
    <message>
        <source>{names} belong together: name all of them, or none.</source>
        <translation>{names} hör ihop: ange alla eller inga.</translation>
    </message>
    <message>
        <source>{names} must name a field.</source>
        <translation>{names} måste ange ett fält.</translation>
    </message>
    <message>
        <source>{name} is needed for this choice; give it in minutes.</source>
        <translation>{name} krävs för detta val; ange det i minuter.</translation>
    </message>
    <message>
        <source>{name} must be a number above 0.</source>
        <translation>{name} måste vara ett tal över 0.</translation>
    </message>
    <message>
        <source>{name} must be a number.</source>
        <translation>{name} måste vara ett tal.</translation>
    </message>
    <message>
        <source>{name}: need is {need} a year and all units together can do {capacity}. No redistribution can mend the {lack} that are lacking.</source>
        <translation>{name}: behovet är {need} per år och alla vårdenheter tillsammans klarar {capacity}. Ingen omfördelning kan avhjälpa de {lack} som saknas.</translation>
    </message>
    <message>
        <source>{name}: not proven to be the best within {seconds} seconds.</source>
        <translation>{name}: inte bevisat bäst inom {seconds} sekunder.</translation>
    </message>
    <message>
        <source>{name}: the travel of {n} moved patients is unknown and in no sum.</source>
        <translation>{name}: restiden för {n} flyttade patienter är okänd och ingår inte i någon summa.</translation>
    </message>
    <message>
        <source>{name}: under the floor: {list}.</source>
        <translation>{name}: under golvet: {list}.</translation>
    </message>
    <message>
        <source>{name}: what stays local, floors, routes or the least volume keep it from reaching the aim.</source>
        <translation>{name}: det som stannar lokalt, golven, färdvägarna eller den minsta volymen hindrar att målet nås.</translation>
    </message>
    <message>
        <source>{name}: {moved} of {need} patients a year are moved; the highest demand over capacity goes from {before} to {after}.</source>
        <translation>{name}: {moved} av {need} patienter per år flyttas; den högsta efterfrågan delat med kapacitet går från {before} till {after}.</translation>
    </message>
    <message>
        <source>{name}: {n} moved patients would be enough for no unit to have more than it can do.</source>
        <translation>{name}: {n} flyttade patienter skulle räcka för att ingen vårdenhet ska ha mer än den klarar.</translation>
    </message>
    <message>
        <source>{name}: {today} have waited over 90 days today. Only new patients are moved, so about {later} will have done so in a year; today's lists need an effort of their own.</source>
        <translation>{name}: {today} har i dag väntat över 90 dagar. Bara nya patienter flyttas, så om ett år har ungefär {later} gjort det; dagens väntelistor behöver en egen insats.</translation>
    </message>
    <message>
        <source>{n} area codes of the people are not in {layer}: {list}.</source>
        <translation>Befolkningens områdeskoder som inte finns i {layer} ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have a target but no value: {list}.</source>
        <translation>Områden med mål men utan värde ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no code in {field}, and take only the targets that their other fields name.</source>
        <translation>Områden som saknar kod i {field} får bara de mål som deras övriga fält anger ({n} st).</translation>
    </message>
    <message>
        <source>{n} areas have no target, nor has their municipality or region: {list}.</source>
        <translation>Områden utan mål, även för kommunen och regionen ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} cells are hidden or marked as not told; they are empty in the workspace, not 0.</source>
        <translation>Celler som är dolda eller markerade som ej redovisade är tomma i arbetsytan, inte 0 ({n} st).</translation>
    </message>
    <message>
        <source>{n} centres have no doctors: {list}.</source>
        <translation>Vårdcentraler utan läkare ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} centres have no known number of listed people: {list}.</source>
        <translation>Vårdcentraler med okänt antal listade ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} centres have no row of the kind heltid_specialist; their supply is unknown: {list}.</source>
        <translation>Vårdcentraler utan rad av slaget heltid_specialist, med okänt utbud ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} centres have no row of the kind heltid_st; they count as having no doctor in training: {list}.</source>
        <translation>Vårdcentraler utan rad av slaget heltid_st räknas som utan ST-läkare ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} centres: {over} over the norm, {unknown} unknown.</source>
        <translation>Vårdcentraler: {n}, varav {over} över normen och {unknown} okända.</translation>
    </message>
    <message>
        <source>{n} changes are of other kinds and take no part here.</source>
        <translation>Ändringar av andra slag räknas inte med här ({n} st).</translation>
    </message>
    <message>
        <source>{n} changes of later years were left out.</source>
        <translation>Ändringar för senare år utelämnades ({n} st).</translation>
    </message>
    <message>
        <source>{n} facilities are closed by the scenario: {list}.</source>
        <translation>Vårdenheter som stängs av scenariot ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities are closed by {year} already and were left out: {list}.</source>
        <translation>Vårdenheter som redan är stängda år {year} utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities got no area: {list}.</source>
        <translation>Vårdenheter som inte fick något område ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities lie farther than {metres} m from a road and take no part: {list}.</source>
        <translation>Vårdenheter längre än {metres} m från väg räknas inte med ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities of {layer} are in no layer and were left out: {list}.</source>
        <translation>Vårdenheter i {layer} som inte finns i något lager utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities of {layer} are not in FACILITIES and were left out: {list}.</source>
        <translation>Vårdenheter i {layer} som inte finns i FACILITIES utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities open after {year} and were left out: {list}.</source>
        <translation>Vårdenheter som öppnar efter {year} utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities stand in {year}: {statuses}.</source>
        <translation>Vårdenheter som finns år {year}: {n} ({statuses}).</translation>
    </message>
    <message>
        <source>{n} facilities stand on roads that do not connect both ways with the rest: {list}.</source>
        <translation>Vårdenheter vid vägar som inte hänger ihop med resten i båda riktningarna ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities were attached to the connected road network although another road is much nearer: {list}.</source>
        <translation>Vårdenheter som anslöts till det sammanhängande vägnätet fast en annan väg ligger mycket närmare ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facility ids of {layer} are no usable feature of FACILITIES, and their services were left out: {list}.</source>
        <translation>Vårdenheter i {layer} som inte finns som användbart objekt i FACILITIES ({n} st); deras utbud utelämnades: {list}.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have a missing or negative value in {field}: {list}. Every sum depends on it; correct them first.</source>
        <translation>{n} objekt i {layer} har saknat eller negativt värde i {field}: {list}. Alla summor bygger på fältet, så rätta värdena först.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have no value in the id field {field}: feature {list}. Give each its own id.</source>
        <translation>{n} objekt i {layer} saknar värde i id-fältet {field}: objekt {list}. Ge varje objekt ett eget id.</translation>
    </message>
    <message>
        <source>{n} features of BEFORE have no usable point and were left out: {list}.</source>
        <translation>Objekt i BEFORE utan användbar punkt utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} features of ORIGINS with {people} people have no usable point and were left out: {list}.</source>
        <translation>Objekt i ORIGINS utan användbar punkt utelämnades ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} features of {layer} have no region; they take part, but belong to none.</source>
        <translation>Objekt i {layer} som saknar region räknas med men hör inte till någon ({n} st).</translation>
    </message>
    <message>
        <source>{n} hidden numbers are at centres that close: those people can not be moved and are in no figure.</source>
        <translation>Dolda tal vid vårdcentraler som stänger ({n} st): de personerna kan inte flyttas och ingår inte i någon siffra.</translation>
    </message>
    <message>
        <source>{n} ids occur more than once in the field {field} of {layer}: {list}. Ids must be unique.</source>
        <translation>{n} id förekommer mer än en gång i fältet {field} i {layer}: {list}. Varje id måste vara unikt.</translation>
    </message>
    <message>
        <source>{n} ids of LISTINGS, with {people} listed, are not in {layer}: {list}.</source>
        <translation>Id i LISTINGS som inte finns i {layer} ({n} st, {people} listade): {list}.</translation>
    </message>
    <message>
        <source>{n} known trips ({trips}) against {network}, {mode}, {date}</source>
        <translation>Kända resor ({n} st, {trips}) mot {network}, {mode}, {date}</translation>
    </message>
    <message>
        <source>{n} lines are no roads (waterways, railways, …).</source>
        <translation>Linjer som inte är vägar, till exempel vattendrag och järnvägar: {n} st.</translation>
    </message>
    <message>
        <source>{n} lines are one-way along the line, {m} against it.</source>
        <translation>Enkelriktade linjer: {n} längs linjen, {m} mot den.</translation>
    </message>
    <message>
        <source>{n} of demand at {points} origins has no facility in reach.</source>
        <translation>Efterfrågan {n} (befolkningspunkter: {points}) har ingen vårdenhet inom räckhåll.</translation>
    </message>
    <message>
        <source>{n} of demand at {points} origins reaches only facilities without supply.</source>
        <translation>Efterfrågan {n} (befolkningspunkter: {points}) når bara vårdenheter utan utbud.</translation>
    </message>
    <message>
        <source>{n} of the trips with a headway have no fixed times; they were taken to leave at the start of their period and then at every headway.</source>
        <translation>{n} av turerna med turtäthet har inga fasta tider; de antas avgå när perioden börjar och sedan med jämna mellanrum enligt turtätheten.</translation>
    </message>
    <message>
        <source>{n} of these numbers are hidden or missing: the people behind them are in no sum.</source>
        <translation>{n} av dessa tal är dolda eller saknas: personerna bakom dem ingår inte i någon summa.</translation>
    </message>
    <message>
        <source>{n} of {all} origins in the matrix have exactly {count} facilities. If it was made with COUNT {count}, pairs are missing and the result is wrong; make it again with COUNT 0.</source>
        <translation>{n} av {all} befolkningspunkter i matrisen har exakt {count} vårdenheter. Om den gjordes med COUNT {count} saknas par och resultatet blir fel. Gör om den med COUNT 0.</translation>
    </message>
    <message>
        <source>{n} of {all} stations are open at {time}. Closed then: {list}.</source>
        <translation>{n} av {all} stationer är öppna klockan {time}. Stängda då: {list}.</translation>
    </message>
    <message>
        <source>{n} of {all} stop times had no time of their own; they were filled in along the trip, between the timed stops.</source>
        <translation>{n} av {all} hållplatstider saknades i tidtabellen; de är ifyllda längs turen, mellan hållplatserna med tid.</translation>
    </message>
    <message>
        <source>{n} opened facilities have no region, and are missed by tools that report one region: {list}. Fill in the column region of CHANGES.</source>
        <translation>Öppnade vårdenheter utan region kommer inte med i verktyg som redovisar en region ({n} st): {list}. Fyll i kolumnen region i CHANGES.</translation>
    </message>
    <message>
        <source>{n} origins of {layer} are in no layer and were left out: {list}.</source>
        <translation>Befolkningspunkter i {layer} som inte finns i något lager utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} pairs of origin and facility come more than once in {layer}: {list}. Make the matrix again.</source>
        <translation>Par av befolkningspunkt och vårdenhet som förekommer mer än en gång i {layer} ({n} st): {list}. Skapa matrisen på nytt.</translation>
    </message>
    <message>
        <source>{n} people at {points} points are reached, but the way to a hospital or back is missing; their calls are not in the vehicle hours.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) nås, men färdväg till ett sjukhus eller tillbaka saknas; deras uppdrag ingår inte i fordonstimmarna.</translation>
    </message>
    <message>
        <source>{n} people at {points} points cannot reach any facility along the roads.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) kan inte nå någon vårdenhet längs vägarna.</translation>
    </message>
    <message>
        <source>{n} people at {points} points have no facility within the longest travel time.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) har ingen vårdenhet inom den längsta restiden.</translation>
    </message>
    <message>
        <source>{n} people at {points} points have no road within the distance allowed.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) har ingen väg inom tillåtet avstånd.</translation>
    </message>
    <message>
        <source>{n} people at {points} points have no {kind}; they are a group of their own without a name.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) saknar {kind}; de är en egen grupp utan namn.</translation>
    </message>
    <message>
        <source>{n} people at {points} points live much nearer a road that leads to no facility; the road farther off was used.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) bor mycket närmare en väg som inte leder till någon vårdenhet; vägen längre bort användes.</translation>
    </message>
    <message>
        <source>{n} people at {points} points live much nearer a road that leads to no stop or facility; the road farther off was used.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) bor mycket närmare en väg som inte leder till någon hållplats eller vårdenhet; vägen längre bort användes.</translation>
    </message>
    <message>
        <source>{n} people at {points} points of ORIGINS are in no area of AREAS.</source>
        <translation>{n} invånare i ORIGINS (befolkningspunkter: {points}) ligger inte i något område i AREAS.</translation>
    </message>
    <message>
        <source>{n} people at {points} points reach no facility by timetable and on foot, whenever they set out in the window.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) når ingen vårdenhet med kollektivtrafik och till fots, när de än ger sig av i tidsfönstret.</translation>
    </message>
    <message>
        <source>{n} people at {points} points.</source>
        <translation>{n} invånare (befolkningspunkter: {points}).</translation>
    </message>
    <message>
        <source>{n} people have only one facility in reach and would be stranded without it.</source>
        <translation>{n} invånare har bara en vårdenhet inom räckhåll och blir helt utan om den försvinner.</translation>
    </message>
    <message>
        <source>{n} points are only in AFTER and were left out: {list}.</source>
        <translation>Punkter som bara finns i AFTER utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} points have another number of people in AFTER ({after} in all, {before} in BEFORE); those of BEFORE are used.</source>
        <translation>Punkter med ett annat antal invånare i AFTER ({n} st; totalt {after}, i BEFORE {before}): antalen i BEFORE används.</translation>
    </message>
    <message>
        <source>{n} points have minutes but no metres</source>
        <translation>punkter med minuter men utan meter: {n} st</translation>
    </message>
    <message>
        <source>{n} points have no number in {field} and count as nobody of that age: {list}.</source>
        <translation>Punkter utan antal i {field} räknas som att ingen är i den åldern ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} points of {layer} have minutes in {field} that are no time: {list}.</source>
        <translation>Punkter i {layer} med minuter i {field} som inte är en tid ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} points of {layer} lie farther than {metres} m from a road and take no part: {list}.</source>
        <translation>Punkter i {layer} längre än {metres} m från väg räknas inte med ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} points with {people} people are only in BEFORE and were left out: {list}.</source>
        <translation>Punkter som bara finns i BEFORE utelämnades ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} points with {people} people have no area in AREAS, and are in no area's sums: {list}.</source>
        <translation>Punkter utan område i AREAS ingår inte i något områdes summor ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} rings hold people but no cell's centre, so they have no area. Choose a smaller CELL_SIZE.</source>
        <translation>Ringar med invånare men utan mittpunkten av någon ruta får ingen yta ({n} st). Välj ett mindre värde på CELL_SIZE.</translation>
    </message>
    <message>
        <source>{n} roads had no speed and got DEFAULT_SPEED.</source>
        <translation>Vägar utan hastighet fick DEFAULT_SPEED ({n} st).</translation>
    </message>
    <message>
        <source>{n} rows have a region code of one digit; it got its leading 0 back.</source>
        <translation>Länskoder med en siffra fick tillbaka sin inledande nolla ({n} st).</translation>
    </message>
    <message>
        <source>{n} rows of CHANGES belong to no scenario and were left out.</source>
        <translation>Rader i CHANGES som inte hör till något scenario utelämnades ({n} st).</translation>
    </message>
    <message>
        <source>{n} rows of CHANGES have a place far from all facilities: {list}. Check x, y and CHANGES_CRS.</source>
        <translation>{n} rader i CHANGES har en plats långt från alla vårdenheter: {list}. Kontrollera x, y och CHANGES_CRS.</translation>
    </message>
    <message>
        <source>{n} rows of CHANGES name no known action, no facility of FACILITIES, no year or no capacity: {list}. Correct them first.</source>
        <translation>Rader i CHANGES utan känd åtgärd, utan vårdenhet i FACILITIES, utan år eller utan kapacitet ({n} st): {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of WAITING have a number below 0, or a share_over_90d that is not from 0 to 1: {list}. Correct them first.</source>
        <translation>{n} rader i WAITING har ett antal under 0, eller en share_over_90d som inte är från 0 till 1: {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of frequencies.txt cannot be read and were left out.</source>
        <translation>{n} rader i frequencies.txt kan inte läsas och utelämnades.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} are repeated ({fields}): {list}. Each may occur once.</source>
        <translation>Rader i {layer} som upprepas ({fields}; {n} st): {list}. Var och en får finnas en gång.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have a date that is not written as 2024-12-31: {list}. Correct them first.</source>
        <translation>Rader i {layer} med ett datum som inte är skrivet som 2024-12-31 ({n} st): {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have a last year. Without YEAR they count as offered, also where that year has passed.</source>
        <translation>Rader i {layer} med ett sista år ({n} st). Utan YEAR räknas de som utbud även om det året har passerat.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have a number that is not whole people: {list}. Correct them first.</source>
        <translation>Rader i {layer} med ett antal som inte är hela personer ({n} st): {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have no readable year in {field} and count as without one: {list}.</source>
        <translation>Rader i {layer} utan läsbart årtal i {field} räknas som utan årtal ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have no value in the id field {field}. Give each its own id.</source>
        <translation>Rader i {layer} som saknar värde i id-fältet {field}: {n} st. Ge varje rad ett eget id.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have no weekdays or hours. Nobody knows whether they are open then, so they were left out: {list}.</source>
        <translation>Rader i {layer} utan veckodagar eller tider utelämnades, eftersom ingen vet om det är öppet då ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have weekdays or hours that cannot be read, and were left out: {list}.</source>
        <translation>Rader i {layer} med veckodagar eller tider som inte kan läsas utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have x and y that are not where their point is: row {list}. Correct one of them, or leave x and y empty.</source>
        <translation>Rader i {layer} vars x och y inte stämmer med deras punkt ({n} st): rad {list}. Rätta det ena, eller lämna x och y tomma.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} have years that cannot be read, and were left out: {list}.</source>
        <translation>Rader i {layer} med årtal som inte kan läsas utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} name no service and were left out.</source>
        <translation>Rader i {layer} som inte anger någon funktion eller specialitet utelämnades ({n} st).</translation>
    </message>
    <message>
        <source>{n} rows of {layer} of older dates ({dates}) were left out; {date} is the newest.</source>
        <translation>Rader i {layer} med äldre datum ({dates}) utelämnades ({n} st); {date} är det senaste.</translation>
    </message>
    <message>
        <source>{n} rows of {layer}, with {people} listed, lack an area or a unit and were left out.</source>
        <translation>Rader i {layer} utan område eller vårdenhet utelämnades ({n} st, {people} listade).</translation>
    </message>
    <message>
        <source>{n} rules about changing between single trips or lines, or about staying in the vehicle, were not used (transfers.txt).</source>
        <translation>{n} regler om byte mellan enstaka turer eller linjer, eller om att sitta kvar i fordonet, har inte använts (transfers.txt).</translation>
    </message>
    <message>
        <source>{n} rules about changing name stops or types that are unknown, and were not used (transfers.txt).</source>
        <translation>{n} bytesregler gäller okända hållplatser eller bytestyper och har inte använts (transfers.txt).</translation>
    </message>
    <message>
        <source>{n} services are missing in the reported region then; the result shows who is nearest elsewhere: {list}.</source>
        <translation>Funktioner och specialiteter som då saknas i den redovisade regionen ({n} st); resultatet visar vem som är närmast på annat håll: {list}.</translation>
    </message>
    <message>
        <source>{n} services are offered by nobody then: {list}.</source>
        <translation>Funktioner och specialiteter som ingen har då ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} services of {layer} are not in the plugin's list of services; they are shown by their id: {list}.</source>
        <translation>Funktioner och specialiteter i {layer} som inte finns i tilläggets lista visas med sitt id ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} sites chosen: {list}.</source>
        <translation>Valda platser ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} stations have no vehicle, but answer the calls nearest to them all the same: {list}. Leave them out of STATIONS if none ever stands there.</source>
        <translation>{n} stationer har inget fordon men svarar ändå på de larm som ligger närmast: {list}. Ta bort dem ur STATIONS om det aldrig står något fordon där.</translation>
    </message>
    <message>
        <source>{n} stations have opening hours that cannot be read: {list}. Write both as HH:MM, such as 07:00 and 19:00, 00:00 and 24:00 for day and night, or leave both empty.</source>
        <translation>Stationer med öppettider som inte kan läsas ({n} st): {list}. Skriv båda som TT:MM, till exempel 07:00 och 19:00, eller 00:00 och 24:00 för dygnet runt, eller lämna båda tomma.</translation>
    </message>
    <message>
        <source>{n} stations have opening hours. Without AT_TIME they count as always open: {list}.</source>
        <translation>{n} stationer har öppettider. Utan AT_TIME räknas de som alltid öppna: {list}.</translation>
    </message>
    <message>
        <source>{n} stations would need more vehicle hours than they have: {list}.</source>
        <translation>Stationer som skulle behöva fler fordonstimmar än de har ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} stop times at stops that the timetable does not have were left out.</source>
        <translation>{n} hållplatstider vid hållplatser som inte finns i tidtabellen utelämnades.</translation>
    </message>
    <message>
        <source>{n} stop times before the first or after the last timed stop of a trip were left out.</source>
        <translation>{n} hållplatstider före första eller efter sista hållplatsen med tid på en tur utelämnades.</translation>
    </message>
    <message>
        <source>{n} stop times must be ordered ahead (by telephone or with the driver); they count as running.</source>
        <translation>{n} hållplatstider måste beställas (per telefon eller av föraren); de räknas som om de körs.</translation>
    </message>
    <message>
        <source>{n} stops with traffic have no coordinates: nobody can walk to or from them.</source>
        <translation>{n} hållplatser med trafik saknar koordinater: ingen kan gå till eller från dem.</translation>
    </message>
    <message>
        <source>{n} stops with traffic lie farther than {metres} m from a road that one may walk on: nobody can walk to or from them along the roads.</source>
        <translation>{n} hållplatser med trafik ligger längre än {metres} m från en väg där man får gå: ingen kan gå till eller från dem längs vägarna.</translation>
    </message>
    <message>
        <source>{n} targets for {indicator} in {year}; {better} is better; unit: {unit}.</source>
        <translation>Målvärden för {indicator} år {year}: {n} st; {better} är bättre; enhet: {unit}.</translation>
    </message>
    <message>
        <source>{n} targets lack an area code, a number, or lower or higher in better: {list}. Correct them first.</source>
        <translation>Målvärden utan områdeskod, utan tal eller utan lower eller higher i better ({n} st): {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} trips begin or end too far from a road.</source>
        <translation>Resor som börjar eller slutar för långt från väg: {n} st.</translation>
    </message>
    <message>
        <source>{n} trips begin or end too far from a road: {list}.</source>
        <translation>Resor som börjar eller slutar för långt från väg ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} trips have fewer than two stops with times and were left out: {list}.</source>
        <translation>{n} turer har färre än två hållplatser med tid och utelämnades: {list}.</translation>
    </message>
    <message>
        <source>{n} trips have no readable hour and are in no figure per hour: {list}.</source>
        <translation>{n} resor har ingen läsbar timme och ingår inte i några siffror per timme: {list}.</translation>
    </message>
    <message>
        <source>{n} trips have no route along the roads.</source>
        <translation>Resor utan färdväg längs vägarna: {n} st.</translation>
    </message>
    <message>
        <source>{n} trips have no route along the roads: {list}.</source>
        <translation>Resor utan färdväg längs vägarna ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} trips have times or stop numbers that cannot be read and were left out: {list}.</source>
        <translation>{n} turer har tider eller ordningsnummer som inte kan läsas och utelämnades: {list}.</translation>
    </message>
    <message>
        <source>{n} trips have times that run backwards and were left out: {list}.</source>
        <translation>{n} turer har tider som går bakåt och utelämnades: {list}.</translation>
    </message>
    <message>
        <source>{n} trips lack an observed time or a known end.</source>
        <translation>Resor utan observerad tid eller känd ändpunkt: {n} st.</translation>
    </message>
    <message>
        <source>{n} trips run on {date}. From the start of the window on, {met} trips are met: {kinds}.</source>
        <translation>Turer som går {date}: {n} st. Från tidsfönstrets början och framåt möter resenären {met} turer: {kinds}.</translation>
    </message>
    <message>
        <source>{n} trips were compared.</source>
        <translation>Jämförda resor: {n} st.</translation>
    </message>
    <message>
        <source>{n} trips were made from a headway (frequencies.txt).</source>
        <translation>{n} turer är gjorda efter turtäthet (frequencies.txt).</translation>
    </message>
    <message>
        <source>{n} units have no waiting in the newest period, so theirs is unknown: {list}.</source>
        <translation>Vårdenheter utan uppgift om väntan i den senaste perioden, vars väntan är okänd ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units have rows of older dates only: {list}.</source>
        <translation>Vårdenheter som bara har rader med äldre datum ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units of PROCEDURES have no row in MATRIX, so nobody can be moved there: {list}.</source>
        <translation>Vårdenheter i PROCEDURES utan rad i MATRIX, dit ingen kan flyttas ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{output} cannot be in the workspace, which is being changed. Choose another file.</source>
        <translation>{output} kan inte ligga i arbetsytan, som håller på att ändras. Välj en annan fil.</translation>
    </message>
    <message>
        <source>{output} needs {input}.</source>
        <translation>{output} kräver {input}.</translation>
    </message>
    <message>
        <source>{output} would overwrite {input}, which is being read. Choose another file or table.</source>
        <translation>{output} skulle skriva över {input}, som verktyget läser. Välj en annan fil eller tabell.</translation>
    </message>
    <message>
        <source>{path} can't be written to. The file or its folder is read-only for you: choose a folder of your own, or ask for the right to write there.</source>
        <translation>Det går inte att skriva till {path}. Filen eller mappen är skrivskyddad för dig: välj en egen mapp, eller be om skrivrätt där.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced: {reason}. Close it where it is open, or choose another file.</source>
        <translation>{path} går inte att ersätta: {reason}. Stäng filen där den är öppen, eller välj en annan fil.</translation>
    </message>
    <message>
        <source>{path} could not be brought from schema {found} to {wanted} and was left as it was: {detail}. Keep a copy of the file and report this.</source>
        <translation>{path} kunde inte uppdateras från schema {found} till {wanted} och lämnades som den var: {detail}. Spara en kopia av filen och rapportera felet.</translation>
    </message>
    <message>
        <source>{path} has the older schema {found} and has to be brought to {known}, which needs the right to write to it. Run "Create workspace" on it, which brings it up to date.</source>
        <translation>{path} har det äldre schemat {found} och måste uppdateras till {known}, vilket kräver skrivrätt till filen. Kör ”Skapa arbetsyta” på den, så uppdateras den.</translation>
    </message>
    <message>
        <source>{path} is neither a zip file nor a folder. Give a GTFS zip file, or the folder with its text files.</source>
        <translation>{path} är varken en zip-fil eller en mapp. Ange en GTFS-fil (zip) eller mappen med dess textfiler.</translation>
    </message>
    <message>
        <source>{path} is not a Närvård workspace, or is damaged ({detail}). It was left as it was; choose another file.</source>
        <translation>{path} är ingen arbetsyta för Närvård, eller så är den skadad ({detail}). Filen lämnades som den var; välj en annan fil.</translation>
    </message>
    <message>
        <source>{path} is not a network file, or it is damaged. Make it again with the tool Compile road network.</source>
        <translation>{path} är ingen vägnätsfil, eller så är den skadad. Skapa den på nytt med verktyget Skapa vägnätsfil.</translation>
    </message>
    <message>
        <source>{path} is the workspace of {found}, not of {wanted}. Choose another name or region.</source>
        <translation>{path} är arbetsytan för {found}, inte för {wanted}. Välj ett annat namn eller en annan region.</translation>
    </message>
    <message>
        <source>{path} may not be read. Close it in other programs, or ask whoever owns it for access.</source>
        <translation>{path} får inte läsas. Stäng den i andra program, eller be den som äger den om behörighet.</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Närvård (schema {found}; this version knows {known}). Update the plugin to open it.</source>
        <translation>{path} är skapad av en nyare version av Närvård (schema {found}; denna version klarar {known}). Uppdatera tillägget för att öppna den.</translation>
    </message>
    <message>
        <source>{people} listed in {n} rows of {layer}, {date}.</source>
        <translation>{people} listade i {layer}, {date} (rader: {n}).</translation>
    </message>
    <message>
        <source>{people} listed live in {n} areas from which no unit is known to be in reach; they are in no share.</source>
        <translation>{people} listade bor i områden varifrån ingen vårdenhet är känd inom räckhåll (områden: {n}); de ingår inte i någon andel.</translation>
    </message>
    <message>
        <source>{people} of them, in {n} areas, have no known place to go: nobody else of the area is listed at a remaining centre, and MATRIX names none.</source>
        <translation>{people} av dem (områden: {n}) har ingen känd vårdcentral att gå till: ingen annan i området är listad vid en kvarvarande vårdcentral, och MATRIX anger ingen.</translation>
    </message>
    <message>
        <source>{people} people reach no unit of their own region; nobody counts as a patient from there.</source>
        <translation>{people} invånare når ingen vårdenhet i sin egen region; därifrån räknas ingen som patient.</translation>
    </message>
    <message>
        <source>{points} origins reach supply that no demand is counted on; their access is 0.</source>
        <translation>Befolkningspunkter som når utbud som ingen efterfrågan räknas på: {points} st; deras access är 0.</translation>
    </message>
    <message>
        <source>{p} sites cannot be chosen: {allowed} candidates may be chosen and {fixed} of them must be. P counts those that must, too.</source>
        <translation>{p} platser kan inte väljas: {allowed} kandidater får väljas och {fixed} av dem måste väljas. P omfattar också dem som måste väljas.</translation>
    </message>
    <message>
        <source>{reached} of {cells} cells are reached, in {crs}.</source>
        <translation>{reached} av {cells} rutor nås, i {crs}.</translation>
    </message>
    <message>
        <source>{share} % of {people} listed people are listed at their area's nearest unit.</source>
        <translation>{share} % av {people} listade är listade vid sitt områdes närmaste vårdenhet.</translation>
    </message>
    <message>
        <source>{share} per cent of the drivable length lies in the largest part that connects both ways.</source>
        <translation>{share} procent av den körbara väglängden ligger i den största del som hänger ihop i båda riktningarna.</translation>
    </message>
    <message>
        <source>{shown} of {n} trips are drawn.</source>
        <translation>{shown} av {n} resor är ritade.</translation>
    </message>
    <message>
        <source>{shown} … and {n} more</source>
        <translation>{shown} … och {n} till</translation>
    </message>
    <message>
        <source>{source}, changed {date}</source>
        <translation>{source}, ändrad {date}</translation>
    </message>
    <message>
        <source>{text}: straight line, not by road</source>
        <translation>{text}: fågelväg, ej vägnät</translation>
    </message>
    <message>
        <source>{value} cannot stand in the field {field}, which holds numbers. Correct the row of CHANGES.</source>
        <translation>{value} kan inte stå i fältet {field}, som innehåller tal. Rätta raden i CHANGES.</translation>
    </message>
</context>
</TS>
