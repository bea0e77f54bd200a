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
        <source>"{operator}" is no short name at Trafiklab: they are like otraf, klt and jlt.</source>
        <translation>"{operator}" är inget kortnamn hos Trafiklab: de är som otraf, klt och jlt.</translation>
    </message>
    <message>
        <source>"{text}" can't be read: write variable=value,value with ; between variables, each once.</source>
        <translation>"{text}" går inte att läsa: skriv variabel=värde,värde med ; mellan variablerna, varje variabel en gång.</translation>
    </message>
    <message>
        <source>"{text}" is no table's id, and SCB finds no table with these words.</source>
        <translation>"{text}" är inget tabell-id, och SCB hittar ingen tabell med dessa ord.</translation>
    </message>
    <message>
        <source>"{text}" is no table's id. SCB finds {n} tables with these words: {tables}.</source>
        <translation>"{text}" är inget tabell-id. SCB hittar {n} tabeller med dessa ord: {tables}.</translation>
    </message>
    <message>
        <source>"{text}" names no workspace. Write the path of a GeoPackage file, ending in .gpkg, or one of the PostgreSQL connections that are stored in QGIS: {connections}.</source>
        <translation>"{text}" är inte namnet på någon arbetsyta. Skriv sökvägen till en GeoPackage-fil som slutar på .gpkg, eller en av de PostgreSQL-anslutningar som är sparade i QGIS: {connections}.</translation>
    </message>
    <message>
        <source>"{text}" names no workspace. Write the path of a GeoPackage file, ending in .gpkg, or the name of a PostgreSQL connection stored in QGIS; none is stored yet.</source>
        <translation>"{text}" är inte namnet på någon arbetsyta. Skriv sökvägen till en GeoPackage-fil som slutar på .gpkg, eller namnet på en PostgreSQL-anslutning som är sparad i QGIS; ingen är sparad än.</translation>
    </message>
    <message>
        <source>"{text}" says no years: write 2024, 2015-2024 or 2015;2020;2024.</source>
        <translation>"{text}" anger inga år: skriv 2024, 2015-2024 eller 2015;2020;2024.</translation>
    </message>
    <message>
        <source>"{url}" is no address on the web: it must begin with https:// or http://, and name a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{wanted}" fits {fits} of what {place} has, and must fit one. There is: {names}.</source>
        <translation>"{wanted}" passar på {fits} av det som finns på {place}, och måste passa på en. Det finns: {names}.</translation>
    </message>
    <message>
        <source>&amp;Create workspace…</source>
        <translation>&amp;Skapa arbetsyta…</translation>
    </message>
    <message>
        <source>&amp;Neighbours</source>
        <translation>Vi&amp;sa grannar</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Ö&amp;ppna en fil…</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Läs om</translation>
    </message>
    <message>
        <source>&amp;Zoom to</source>
        <translation>&amp;Zooma till</translation>
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
        <source>0.1 = at most a tenth up or down from PREVIOUS. Blank = no limit. Units that had nothing are not limited.</source>
        <translation>0,1 = högst en tiondel upp eller ner från PREVIOUS. Tomt = ingen gräns. Vårdenheter som inte hade något begränsas inte.</translation>
    </message>
    <message>
        <source>0.8 makes every drive a quarter longer. Walking, cycling and ferries keep their speed.</source>
        <translation>0,8 gör varje körning en fjärdedel längre. Gång, cykel och färjor behåller sin hastighet.</translation>
    </message>
    <message>
        <source>0: missing</source>
        <translation>0: saknas</translation>
    </message>
    <message>
        <source>0: nobody is listed</source>
        <translation>0: ingen är listad</translation>
    </message>
    <message>
        <source>0–1, of the old area.</source>
        <translation>0–1, av det gamla området.</translation>
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
        <source>1 = the cell's centre. With 4, a square becomes 4 × 4 points that share its weight: for zones or areas that are not much larger than the squares.</source>
        <translation>1 = rutans mittpunkt. Med 4 blir en kvadrat 4 × 4 punkter som delar på dess vikt: för zoner eller områden som inte är mycket större än rutorna.</translation>
    </message>
    <message>
        <source>1 = the nation.</source>
        <translation>1 = riket.</translation>
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
        <source>20 per cent of the people have {share}</source>
        <translation>20 procent av invånarna har {share}</translation>
    </message>
    <message>
        <source>2018, RegSO 2020 (figures through 2023)</source>
        <translation>2018, RegSO 2020 (uppgifter till och med 2023)</translation>
    </message>
    <message>
        <source>2024, 2015-2024 or 2015;2020. Blank = the newest that the version has.</source>
        <translation>2024, 2015-2024 eller 2015;2020. Tomt = det senaste som versionen har.</translation>
    </message>
    <message>
        <source>2024, 2015-2024 or 2015;2020. Blank = the newest.</source>
        <translation>2024, 2015-2024 eller 2015;2020. Tomt = det senaste.</translation>
    </message>
    <message>
        <source>2025 (figures from 2024)</source>
        <translation>2025 (uppgifter från 2024)</translation>
    </message>
    <message>
        <source>288 of the country's 3 363 RegSO changed border from 2020 to 2025, so the two vintages are not one series.</source>
        <translation>288 av landets 3 363 RegSO ändrade gräns från 2020 till 2025, så de två årgångarna är inte en serie.</translation>
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
        <source>90th percentile</source>
        <translation>90:e percentilen</translation>
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
        <source>A CSV file does not say whose it is. Write the neighbour's county code in REGION.</source>
        <translation>En CSV-fil säger inte vems den är. Skriv grannens länskod i REGION.</translation>
    </message>
    <message>
        <source>A CSV file has no date, licence, contact or checksum, so nobody has vouched for it. Ask the neighbour for a file made by exportexchange.</source>
        <translation>En CSV-fil har varken datum, licens, kontakt eller kontrollsumma, så ingen har gått i god för den. Be grannen om en fil gjord med exportexchange.</translation>
    </message>
    <message>
        <source>A CSV file, a sheet or a layer, with one row per area, or one per area and kind of figure.</source>
        <translation>En CSV-fil, ett kalkylblad eller ett lager, med en rad per område, eller en per område och slag av siffra.</translation>
    </message>
    <message>
        <source>A CSV, Excel or OpenDocument file is read anew as text, so that codes keep their zeros and å, ä, ö are right.</source>
        <translation>En CSV-, Excel- eller OpenDocumentfil läses om som text, så att koder behåller sina nollor och å, ä, ö blir rätt.</translation>
    </message>
    <message>
        <source>A bound decides for {n} units: floor {floor}, ceiling {ceiling}, largest fall {decrease}, largest rise {increase}.</source>
        <translation>Vårdenheter där en gräns avgör: {n} (golv {floor}, tak {ceiling}, största minskning {decrease}, största ökning {increase}).</translation>
    </message>
    <message>
        <source>A change after the grant is not proof that the grant caused it: units with great need get money, and extreme values often move towards the mean by themselves.</source>
        <translation>En förändring efter utvecklingspengen bevisar inte att pengen är orsaken: vårdenheter med stort vårdbehov får pengar, och ytterlighetsvärden rör sig ofta mot medelvärdet av sig själva.</translation>
    </message>
    <message>
        <source>A delivery that you already have. Blank = fetch it.</source>
        <translation>En leverans som du redan har. Tomt = hämta den.</translation>
    </message>
    <message>
        <source>A disadvantage (travel time)</source>
        <translation>En nackdel (restid)</translation>
    </message>
    <message>
        <source>A facility belongs to the nearest place within this distance, in a straight line; else to none.</source>
        <translation>En vårdenhet hör till den närmaste orten inom detta avstånd, fågelvägen; annars till ingen.</translation>
    </message>
    <message>
        <source>A figure is not a number of whole people, or not a number at all.</source>
        <translation>En uppgift är inte ett antal hela personer, eller inte ett tal alls.</translation>
    </message>
    <message>
        <source>A figure is not a number, is negative, or has decimals where a whole number stands.</source>
        <translation>En siffra är inget tal, är negativ eller har decimaler där ett heltal ska stå.</translation>
    </message>
    <message>
        <source>A figure is not a number, or the people are not whole.</source>
        <translation>En uppgift är inte ett tal, eller antalet personer är inte ett heltal.</translation>
    </message>
    <message>
        <source>A figure is not a number.</source>
        <translation>En uppgift är inte ett tal.</translation>
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
        <source>A high value is</source>
        <translation>Ett högt värde är</translation>
    </message>
    <message>
        <source>A high value is a disadvantage, so this is to the advantage of the most disadvantaged.</source>
        <translation>Ett högt värde är en nackdel, så detta är till fördel för de mest utsatta.</translation>
    </message>
    <message>
        <source>A high value is a disadvantage, so this is to the disadvantage of the most disadvantaged.</source>
        <translation>Ett högt värde är en nackdel, så detta är till nackdel för de mest utsatta.</translation>
    </message>
    <message>
        <source>A high value is an advantage, so this is to the advantage of the most disadvantaged.</source>
        <translation>Ett högt värde är en fördel, så detta är till fördel för de mest utsatta.</translation>
    </message>
    <message>
        <source>A high value is an advantage, so this is to the disadvantage of the most disadvantaged.</source>
        <translation>Ett högt värde är en fördel, så detta är till nackdel för de mest utsatta.</translation>
    </message>
    <message>
        <source>A journey with more changes does not count.</source>
        <translation>En resa med fler byten räknas inte.</translation>
    </message>
    <message>
        <source>A kept copy younger than this is used as it is, so that the month's quota lasts.</source>
        <translation>En sparad kopia som är yngre än så används som den är, så att månadens kvot räcker.</translation>
    </message>
    <message>
        <source>A list of codes needs AREAS, whose polygons are joined to zones.</source>
        <translation>En lista över koder behöver AREAS, vars ytor slås ihop till zoner.</translation>
    </message>
    <message>
        <source>A matrix often leaves out zeros; ask whoever made it.</source>
        <translation>En matris utelämnar ofta nollor; fråga den som gjorde den.</translation>
    </message>
    <message>
        <source>A measure of access per area, such as people-weighted mean minutes. ACCESS_IS says which way it goes.</source>
        <translation>Ett mått på geografisk tillgänglighet per område, till exempel genomsnittlig restid viktad med invånarna. ACCESS_IS anger åt vilket håll det går.</translation>
    </message>
    <message>
        <source>A measure of need per area, such as cni_ratio.</source>
        <translation>Ett mått på vårdbehov per område, till exempel cni_ratio.</translation>
    </message>
    <message>
        <source>A name that no scenario has.</source>
        <translation>Ett namn som inget annat scenario har.</translation>
    </message>
    <message>
        <source>A part is more than the total</source>
        <translation>En del är större än totalen</translation>
    </message>
    <message>
        <source>A point farther than this from a road that may be used takes no part, and is reported.</source>
        <translation>En punkt som ligger längre än så från en väg som får användas räknas inte med, och det rapporteras.</translation>
    </message>
    <message>
        <source>A population grid: points, or squares whose middles count.</source>
        <translation>Befolkningsrutor: punkter, eller rutor vars mittpunkter räknas.</translation>
    </message>
    <message>
        <source>A reference is of an index of values as they are. Choose STANDARDISE none, or leave the reference blank.</source>
        <translation>En referens gäller ett index av värden som de är. Välj STANDARDISE none, eller lämna referensen tom.</translation>
    </message>
    <message>
        <source>A row without a name is rejected.</source>
        <translation>En rad utan namn avvisas.</translation>
    </message>
    <message>
        <source>A share, a rate or an index, such as SCB's socioeconomic index; never a count.</source>
        <translation>En andel, ett tal per invånare eller ett index, till exempel SCB:s socioekonomiska index; aldrig ett antal.</translation>
    </message>
    <message>
        <source>A share, a rate or an index; a count only with DENOMINATOR.</source>
        <translation>En andel, ett tal per invånare eller ett index; ett antal bara tillsammans med DENOMINATOR.</translation>
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
        <source>A table, CSV or Excel file; a geometry is not read.</source>
        <translation>En tabell, CSV- eller Excelfil; geometri läses inte.</translation>
    </message>
    <message>
        <source>A table, or lines from start to end.</source>
        <translation>En tabell, eller linjer från start till mål.</translation>
    </message>
    <message>
        <source>A unit with from 1 up to below so many listed has neither number nor index, and the status suppressed.</source>
        <translation>En vårdenhet med minst en men färre listade än så får varken antal eller index, och status suppressed.</translation>
    </message>
    <message>
        <source>A vehicle is away: turn-out + drive to the scene + time there + drive to the nearest hospital + handover + drive back to its station.</source>
        <translation>Ett fordon är borta: anspänning + körning till platsen + tid där + körning till närmaste sjukhus + överlämning + körning tillbaka till stationen.</translation>
    </message>
    <message>
        <source>A year or a date.</source>
        <translation>Ett år eller ett datum.</translation>
    </message>
    <message>
        <source>A zip file, the folder with its text files or stops.txt there; several with ; between them.</source>
        <translation>En zip-fil, mappen med textfilerna eller stops.txt i den; flera med ; emellan.</translation>
    </message>
    <message>
        <source>ACG and index</source>
        <translation>ACG och index</translation>
    </message>
    <message>
        <source>ACG and index: shares of the pot by ACG, by index and by listed (Fördjupning)</source>
        <translation>ACG och index: andelar av potten efter ACG, index och listade (Fördjupning)</translation>
    </message>
    <message>
        <source>ACG per listed (field)</source>
        <translation>ACG per listad (fält)</translation>
    </message>
    <message>
        <source>ACG_WEIGHT and INDEX_WEIGHT come to more than 1. They are shares of one pot.</source>
        <translation>ACG_WEIGHT och INDEX_WEIGHT blir tillsammans mer än 1. De är andelar av en och samma pott.</translation>
    </message>
    <message>
        <source>AGE_FIELDS need the forecast's field of age groups: give FORECAST_AGE.</source>
        <translation>AGE_FIELDS kräver prognosens fält med åldersgrupper: ange FORECAST_AGE.</translation>
    </message>
    <message>
        <source>AREAS are not polygons, so nothing tells which of them meet. Choose the nearest areas (knn).</source>
        <translation>AREAS är inte ytor, så det går inte att se vilka som möts. Välj de närmaste områdena (knn).</translation>
    </message>
    <message>
        <source>AREAS has no area of their region.</source>
        <translation>AREAS har inget område i raderna region.</translation>
    </message>
    <message>
        <source>AREAS has no area of this code.</source>
        <translation>Koden finns inte i AREAS.</translation>
    </message>
    <message>
        <source>AREAS has no polygons: morrill and wong are left out.</source>
        <translation>AREAS har inga ytor: morrill och wong utelämnas.</translation>
    </message>
    <message>
        <source>AREAS is of {division}, but area types exist for RegSO, and DeSO inherit them. Choose RegSO or DeSO areas.</source>
        <translation>AREAS är {division}, men områdestyper finns för RegSO, och DeSO ärver dem. Välj RegSO- eller DeSO-områden.</translation>
    </message>
    <message>
        <source>AREAS needs the area code both of the people (ORIGIN_AREA) and of the areas (AREA_CODE).</source>
        <translation>AREAS kräver områdeskoden både för befolkningen (ORIGIN_AREA) och för områdena (AREA_CODE).</translation>
    </message>
    <message>
        <source>AREAS: {n} areas of {division}.</source>
        <translation>AREAS: {n} områden ({division}).</translation>
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
        <source>Access (1–3; 3 = the poorest)</source>
        <translation>Geografisk tillgänglighet (1–3; 3 = sämst)</translation>
    </message>
    <message>
        <source>Access (1–5; 5 = the poorest)</source>
        <translation>Geografisk tillgänglighet (1–5; 5 = sämst)</translation>
    </message>
    <message>
        <source>Access and migration</source>
        <translation>Geografisk tillgänglighet och flyttningar</translation>
    </message>
    <message>
        <source>Access and migration, summary</source>
        <translation>Geografisk tillgänglighet och flyttningar, sammanfattning</translation>
    </message>
    <message>
        <source>Access is measured as</source>
        <translation>Den geografiska tillgängligheten mäts som</translation>
    </message>
    <message>
        <source>Access per (1, 1 000 …)</source>
        <translation>Geografisk tillgänglighet per (1, 1 000 …)</translation>
    </message>
    <message>
        <source>Access to care (field)</source>
        <translation>Geografisk tillgänglighet till vård (fält)</translation>
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
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Add here</source>
        <translation>Lägg till här</translation>
    </message>
    <message>
        <source>Add to &amp;scenario</source>
        <translation>Lägg till i &amp;scenario</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Tillkomna</translation>
    </message>
    <message>
        <source>Added rows</source>
        <translation>Tillagda rader</translation>
    </message>
    <message>
        <source>Added zones</source>
        <translation>Nya zoner</translation>
    </message>
    <message>
        <source>Added, changed or unchanged</source>
        <translation>Tillagd, ändrad eller oförändrad</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adress</translation>
    </message>
    <message>
        <source>Address (field)</source>
        <translation>Adress (fält)</translation>
    </message>
    <message>
        <source>Address of the source</source>
        <translation>Källans adress</translation>
    </message>
    <message>
        <source>Address where tokens are given out</source>
        <translation>Adress där åtkomsttoken lämnas ut</translation>
    </message>
    <message>
        <source>Addresses with their places</source>
        <translation>Belägenhetsadresser</translation>
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
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Age group (field)</source>
        <translation>Åldersgrupp (fält)</translation>
    </message>
    <message>
        <source>Aged {low} and over</source>
        <translation>{low} år och äldre</translation>
    </message>
    <message>
        <source>Aged {low}–{high}</source>
        <translation>{low}–{high} år</translation>
    </message>
    <message>
        <source>Ages that the layer tells: {ages}. The other age groups are empty, not 0.</source>
        <translation>Åldrar som finns i lagret: {ages}. Övriga åldersgrupper är tomma, inte 0.</translation>
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
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>All areas have the same value in {fields}, so that it has no z-score. Take it out of VARIABLES.</source>
        <translation>Alla områden har samma värde i {fields}, som därför inte har något z-värde. Ta bort det ur VARIABLES.</translation>
    </message>
    <message>
        <source>All areas have the same value, so there is nothing to compare.</source>
        <translation>Alla områden har samma värde, så det finns inget att jämföra.</translation>
    </message>
    <message>
        <source>All areas where the listed live, with the column area_code and the index, of one vintage.</source>
        <translation>Alla områden där de listade bor, med kolumnen area_code och indexet, av en och samma årgång.</translation>
    </message>
    <message>
        <source>All areas with people have the same index, or none has one: there are no types.</source>
        <translation>Alla områden med invånare har samma index, eller så har inget område något: det blir inga typer.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alla filer</translation>
    </message>
    <message>
        <source>All have the same, so there is nothing to part.</source>
        <translation>Alla har lika mycket, så det finns inget att dela upp.</translation>
    </message>
    <message>
        <source>All measures</source>
        <translation>Alla mått</translation>
    </message>
    <message>
        <source>All of Sweden (GTFS Sverige 2)</source>
        <translation>Hela Sverige (GTFS Sverige 2)</translation>
    </message>
    <message>
        <source>All of Sweden (GTFS Sverige 3)</source>
        <translation>Hela Sverige (GTFS Sverige 3)</translation>
    </message>
    <message>
        <source>All people (field of AREAS)</source>
        <translation>Alla invånare (fält i AREAS)</translation>
    </message>
    <message>
        <source>All people (field)</source>
        <translation>Alla invånare (fält)</translation>
    </message>
    <message>
        <source>All people at an earlier date (field)</source>
        <translation>Alla invånare vid ett tidigare datum (fält)</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Alla frågor</translation>
    </message>
    <message>
        <source>All rows are of this type</source>
        <translation>Alla rader är av denna typ</translation>
    </message>
    <message>
        <source>All three, apart</source>
        <translation>Alla tre, var för sig</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Alla typer</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Alla vårdenheter</translation>
    </message>
    <message>
        <source>All within the longest time alike</source>
        <translation>Alla inom längsta restiden lika</translation>
    </message>
    <message>
        <source>All {n} ids are of squares of {largest} m, but SIDE says {side} m. Choose the right side: the middle of every square depends on it.</source>
        <translation>Alla {n} id:n är av rutor på {largest} m, men SIDE säger {side} m. Välj rätt sida: varje rutas mitt beror på den.</translation>
    </message>
    <message>
        <source>Along the straight line, one unit more of supply goes with a net migration that is {slope} higher per 1 000 people.</source>
        <translation>Längs den räta linjen hör en enhet mer utbud ihop med ett flyttnetto som är {slope} högre per 1 000 invånare.</translation>
    </message>
    <message>
        <source>Along the straight line, one unit more of supply goes with a net migration that is {slope} lower per 1 000 people.</source>
        <translation>Längs den räta linjen hör en enhet mer utbud ihop med ett flyttnetto som är {slope} lägre per 1 000 invånare.</translation>
    </message>
    <message>
        <source>Along the straight line, one unit more of travel time or cost (a minute, say) goes with a net migration that is {slope} higher per 1 000 people.</source>
        <translation>Längs den räta linjen hör en enhet mer (till exempel en minut längre restid) ihop med ett flyttnetto som är {slope} högre per 1 000 invånare.</translation>
    </message>
    <message>
        <source>Along the straight line, one unit more of travel time or cost (a minute, say) goes with a net migration that is {slope} lower per 1 000 people.</source>
        <translation>Längs den räta linjen hör en enhet mer (till exempel en minut längre restid) ihop med ett flyttnetto som är {slope} lägre per 1 000 invånare.</translation>
    </message>
    <message>
        <source>Also people near the border</source>
        <translation>Även invånare nära gränsen</translation>
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
        <source>Ambulance stations (workspace)</source>
        <translation>Ambulansstationer (arbetsyta)</translation>
    </message>
    <message>
        <source>Among them {before} trips of the day before that run past midnight, and {after} of the night or day after.</source>
        <translation>Bland dem {before} turer från dagen före som går över midnatt och {after} från natten eller dagen efter.</translation>
    </message>
    <message>
        <source>Amount (field)</source>
        <translation>Belopp (fält)</translation>
    </message>
    <message>
        <source>Amount (field; blank = every unit is asked after)</source>
        <translation>Belopp (fält; tomt = alla vårdenheter förväntas vara uppföljda)</translation>
    </message>
    <message>
        <source>An advantage (places, access)</source>
        <translation>En fördel (platser, geografisk tillgänglighet)</translation>
    </message>
    <message>
        <source>An area is pointed out where its p is at most this.</source>
        <translation>Ett område pekas ut när dess p är högst detta.</translation>
    </message>
    <message>
        <source>An earlier exchange file there is replaced; anything else is not.</source>
        <translation>En tidigare utbytesfil där ersätts; annat ersätts inte.</translation>
    </message>
    <message>
        <source>An empty cell means</source>
        <translation>En tom cell betyder</translation>
    </message>
    <message>
        <source>An index is below 0.</source>
        <translation>Ett index är under 0.</translation>
    </message>
    <message>
        <source>Another division</source>
        <translation>Annan indelning</translation>
    </message>
    <message>
        <source>Another table, by its id</source>
        <translation>En annan tabell, med dess id</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Besvara</translation>
    </message>
    <message>
        <source>Answer: {question}</source>
        <translation>Besvara: {question}</translation>
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
        <source>Area code (field of AREAS)</source>
        <translation>Områdeskod (fält i AREAS)</translation>
    </message>
    <message>
        <source>Area code (field)</source>
        <translation>Områdeskod (fält)</translation>
    </message>
    <message>
        <source>Area code (field; blank = feature id)</source>
        <translation>Områdeskod (fält; tomt = objektets id)</translation>
    </message>
    <message>
        <source>Area code in the table (field)</source>
        <translation>Områdeskod i tabellen (fält)</translation>
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
        <source>Area code of the points (field)</source>
        <translation>Punkternas områdeskod (fält)</translation>
    </message>
    <message>
        <source>Area code of the squares (field)</source>
        <translation>Rutornas områdeskod (fält)</translation>
    </message>
    <message>
        <source>Area code to carry to (field)</source>
        <translation>Områdeskod att föra över till (fält)</translation>
    </message>
    <message>
        <source>Area or unit</source>
        <translation>Område eller enhet</translation>
    </message>
    <message>
        <source>Area type</source>
        <translation>Områdestyp</translation>
    </message>
    <message>
        <source>Area type (1–5)</source>
        <translation>Områdestyp (1–5)</translation>
    </message>
    <message>
        <source>Area type (all; left_out)</source>
        <translation>Områdestyp (all = alla; left_out = utelämnade)</translation>
    </message>
    <message>
        <source>Area type (field)</source>
        <translation>Områdestyp (fält)</translation>
    </message>
    <message>
        <source>Area type (field; blank = look for it)</source>
        <translation>Områdestyp (fält; tomt = letas upp)</translation>
    </message>
    <message>
        <source>Area type (field; blank = no groups of areas)</source>
        <translation>Områdestyp (fält; tomt = inga grupper av områden)</translation>
    </message>
    <message>
        <source>Area type 1–5 (derived, not official)</source>
        <translation>Områdestyp 1–5 (härledd, ej officiell)</translation>
    </message>
    <message>
        <source>Area type in the first year (field)</source>
        <translation>Områdestyp första året (fält)</translation>
    </message>
    <message>
        <source>Area type in the last year (field)</source>
        <translation>Områdestyp sista året (fält)</translation>
    </message>
    <message>
        <source>Area type of the areas (field)</source>
        <translation>Områdenas områdestyp (fält)</translation>
    </message>
    <message>
        <source>Area types (områdestyp)</source>
        <translation>Områdestyper</translation>
    </message>
    <message>
        <source>Area types are set for RegSO. Give KEY, SCB's key from DeSO to RegSO, or REGSO_FIELD, so that DeSO can inherit them.</source>
        <translation>Områdestyper bestäms för RegSO. Ange KEY, SCB:s nyckel från DeSO till RegSO, eller REGSO_FIELD, så att DeSO kan ärva dem.</translation>
    </message>
    <message>
        <source>Area types from the column {types}, index from {index}, year {year}; {n} rows.</source>
        <translation>Områdestyper från kolumnen {types}, index från {index}, år {year}; {n} rader.</translation>
    </message>
    <message>
        <source>Area types of {year}; the data are of {date}.</source>
        <translation>Områdestyper från {year}; uppgifterna är från {date}.</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <source>Areas (RegSO or DeSO)</source>
        <translation>Områden (RegSO eller DeSO)</translation>
    </message>
    <message>
        <source>Areas (layer or table)</source>
        <translation>Områden (lager eller tabell)</translation>
    </message>
    <message>
        <source>Areas and codes without a zone</source>
        <translation>Områden och koder utan zon</translation>
    </message>
    <message>
        <source>Areas and rows without the other</source>
        <translation>Områden och rader utan motsvarighet</translation>
    </message>
    <message>
        <source>Areas and their people</source>
        <translation>Områden och deras invånare</translation>
    </message>
    <message>
        <source>Areas counted</source>
        <translation>Områden som räknas</translation>
    </message>
    <message>
        <source>Areas in it</source>
        <translation>Områden i den</translation>
    </message>
    <message>
        <source>Areas it is carried from</source>
        <translation>Områden det är överfört från</translation>
    </message>
    <message>
        <source>Areas left out</source>
        <translation>Utelämnade områden</translation>
    </message>
    <message>
        <source>Areas of the region</source>
        <translation>Regionens områden</translation>
    </message>
    <message>
        <source>Areas of the type, first year</source>
        <translation>Områden av typen, första året</translation>
    </message>
    <message>
        <source>Areas of the type, last year</source>
        <translation>Områden av typen, sista året</translation>
    </message>
    <message>
        <source>Areas of the workspace</source>
        <translation>Arbetsytans områden</translation>
    </message>
    <message>
        <source>Areas or units with numbers of people. A table does as well.</source>
        <translation>Områden eller vårdenheter med antal personer. Det går också bra med en tabell.</translation>
    </message>
    <message>
        <source>Areas spread by their ground</source>
        <translation>Områden spridda efter sin yta</translation>
    </message>
    <message>
        <source>Areas that are not in the workspace</source>
        <translation>Områden som inte finns i arbetsytan</translation>
    </message>
    <message>
        <source>Areas that are not wholly carried</source>
        <translation>Områden som inte är helt överförda</translation>
    </message>
    <message>
        <source>Areas that changed type</source>
        <translation>Områden som bytte typ</translation>
    </message>
    <message>
        <source>Areas that meet it</source>
        <translation>Områden som når det</translation>
    </message>
    <message>
        <source>Areas that say where the region is</source>
        <translation>Områden som säger var regionen ligger</translation>
    </message>
    <message>
        <source>Areas that were split have estimated figures: computed with the key, and not SCB's.</source>
        <translation>Områden som har delats har skattade siffror: beräknade med nyckeln, inte SCB:s.</translation>
    </message>
    <message>
        <source>Areas to carry from</source>
        <translation>Områden att föra över från</translation>
    </message>
    <message>
        <source>Areas to carry to</source>
        <translation>Områden att föra över till</translation>
    </message>
    <message>
        <source>Areas whose counts are carried over: one division of one vintage.</source>
        <translation>Områden vars antal förs över: en indelning av en årgång.</translation>
    </message>
    <message>
        <source>Areas with a code that the points have too.</source>
        <translation>Områden med en kod som punkterna också har.</translation>
    </message>
    <message>
        <source>Areas with a row</source>
        <translation>Områden med rad</translation>
    </message>
    <message>
        <source>Areas with a type</source>
        <translation>Områden med typ</translation>
    </message>
    <message>
        <source>Areas with a value, people and a rank.</source>
        <translation>Områden med ett värde, invånare och en rang.</translation>
    </message>
    <message>
        <source>Areas with a value: {n}, of them {counts}.</source>
        <translation>Områden med värde: {n}, varav {counts}.</translation>
    </message>
    <message>
        <source>Areas with an unknown part</source>
        <translation>Områden med en okänd del</translation>
    </message>
    <message>
        <source>Areas with figures to spread</source>
        <translation>Områden med uppgifter att sprida</translation>
    </message>
    <message>
        <source>Areas with great need and poor access</source>
        <translation>Områden med stort vårdbehov och dålig geografisk tillgänglighet</translation>
    </message>
    <message>
        <source>Areas with numbers of people. A table does as well, without the measures that need a map.</source>
        <translation>Områden med antal invånare. Det går också med en tabell, utan de mått som behöver en karta.</translation>
    </message>
    <message>
        <source>Areas with people</source>
        <translation>Områden med invånare</translation>
    </message>
    <message>
        <source>Areas with statistics</source>
        <translation>Områden med statistik</translation>
    </message>
    <message>
        <source>Areas with statistics (own region)</source>
        <translation>Områden med statistik (egen region)</translation>
    </message>
    <message>
        <source>Areas with the index. As polygons they also tell where each unit stands.</source>
        <translation>Områden med indexet. Som ytor visar de också var varje vårdenhet ligger.</translation>
    </message>
    <message>
        <source>Areas with the value that is followed up.</source>
        <translation>Områden med det värde som följs upp.</translation>
    </message>
    <message>
        <source>Areas with the variables. A table does as well.</source>
        <translation>Områden med variablerna. En tabell går också bra.</translation>
    </message>
    <message>
        <source>Areas without a figure</source>
        <translation>Områden utan siffra</translation>
    </message>
    <message>
        <source>Areas without a row</source>
        <translation>Områden utan rad</translation>
    </message>
    <message>
        <source>Areas without a type</source>
        <translation>Områden utan typ</translation>
    </message>
    <message>
        <source>Areas without a value</source>
        <translation>Områden utan värde</translation>
    </message>
    <message>
        <source>Areas without a value of access have the poorest</source>
        <translation>Områden utan värde för geografisk tillgänglighet räknas som sämst</translation>
    </message>
    <message>
        <source>Areas without weight, spread by their ground</source>
        <translation>Områden utan vikt, spridda efter sin yta</translation>
    </message>
    <message>
        <source>Areas, first → last year</source>
        <translation>Områden, första → sista året</translation>
    </message>
    <message>
        <source>Areas, or a table of them, with counts; each code once, of one vintage.</source>
        <translation>Områden, eller en tabell över dem, med antal; varje kod en gång, av en årgång.</translation>
    </message>
    <message>
        <source>Areas, or a table of them; each code once, of one level and one vintage.</source>
        <translation>Områden, eller en tabell över dem; varje kod en gång, på en nivå och av en årgång.</translation>
    </message>
    <message>
        <source>Areas, or squares, with their people by age.</source>
        <translation>Områden, eller rutor, med invånare per ålder.</translation>
    </message>
    <message>
        <source>Areas, or squares, with their people today.</source>
        <translation>Områden, eller rutor, med dagens invånare.</translation>
    </message>
    <message>
        <source>Areas: {layer}. People: {before} and {after}. Area type: {first} and {last}.</source>
        <translation>Områden: {layer}. Invånare: {before} och {after}. Områdestyp: {first} och {last}.</translation>
    </message>
    <message>
        <source>Areas: {layer}. Value: {value}. People: {people}. Rank: {rank}.</source>
        <translation>Områden: {layer}. Värde: {value}. Invånare: {people}. Rang: {rank}.</translation>
    </message>
    <message>
        <source>As INDICATORS of "Fetch health". Blank = this source is not asked.</source>
        <translation>Som INDICATORS i "Hämta hälsa". Tomt = källan tillfrågas inte.</translation>
    </message>
    <message>
        <source>As for the first rule; blank = none.</source>
        <translation>Som för den första regeln; tomt = inget.</translation>
    </message>
    <message>
        <source>As freezebasis made it.</source>
        <translation>Som freezebasis gjorde det.</translation>
    </message>
    <message>
        <source>As in Nearest facility.</source>
        <translation>Som i Närmaste vårdenhet.</translation>
    </message>
    <message>
        <source>As in the key.</source>
        <translation>Som i nyckeln.</translation>
    </message>
    <message>
        <source>As in the workspace's areas, such as 2025. Needed where LEVEL is area.</source>
        <translation>Som i arbetsytans områden, till exempel 2025. Behövs när LEVEL är area.</translation>
    </message>
    <message>
        <source>As in the workspace's facilities or areas.</source>
        <translation>Som i arbetsytans vårdenheter eller områden.</translation>
    </message>
    <message>
        <source>As it is written in the targets.</source>
        <translation>Så som det är skrivet i målvärdena.</translation>
    </message>
    <message>
        <source>As it stands in the workspace's facilities.</source>
        <translation>Som det står bland arbetsytans vårdenheter.</translation>
    </message>
    <message>
        <source>As it stands: health centres and branches that are not closed.</source>
        <translation>Som det står: vårdcentraler och filialer som inte är stängda.</translation>
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
        <source>As kind=column with ; between, such as listade=Antal listade.</source>
        <translation>Som slag=kolumn med ; emellan, till exempel listade=Antal listade.</translation>
    </message>
    <message>
        <source>As many fields as GROUP, in the same order.</source>
        <translation>Lika många fält som i GROUP, i samma ordning.</translation>
    </message>
    <message>
        <source>As many would have to move for every area to be mixed alike as {value} of those who would if the groups lived wholly apart.</source>
        <translation>För att alla områden ska vara lika blandade skulle så många behöva flytta som {value} av dem som skulle behöva det om grupperna bodde helt åtskilda.</translation>
    </message>
    <message>
        <source>As the areas' fields are named.</source>
        <translation>Så som områdenas fält heter.</translation>
    </message>
    <message>
        <source>As the cells of the grid are spread</source>
        <translation>Så som rutorna är spridda</translation>
    </message>
    <message>
        <source>As the distance beyond the line, but squared, so that those farthest from it weigh most.</source>
        <translation>Som avståndet från gränsen, men kvadrerat, så att de som är längst från den väger tyngst.</translation>
    </message>
    <message>
        <source>As the readers of the page should see it, with its unit; blank = the name of the field.</source>
        <translation>Så som sidans läsare ska se det, med enhet; tomt = fältets namn.</translation>
    </message>
    <message>
        <source>As they are written in RATES.</source>
        <translation>Så som de är skrivna i RATES.</translation>
    </message>
    <message>
        <source>As word=type with ; between, such as Distriktsmottagning=vardcentral.</source>
        <translation>Som ord=typ med ; emellan, till exempel Distriktsmottagning=vardcentral.</translation>
    </message>
    <message>
        <source>Ask again after (days)</source>
        <translation>Fråga igen efter (dagar)</translation>
    </message>
    <message>
        <source>Asks OpenStreetMap (an Overpass service) for hospitals, health centres, pharmacies, dental clinics, care homes and ambulance stations of a region, and keeps them in the workspace's table facilities with the source OpenStreetMap.

OpenStreetMap is incomplete, most of all for health centres. Use it to find what your own register lacks, never instead of the register: with ONLY_MISSING a facility that probably is in your register already (of one kind within 150 m, or of one name within 1 km) is left out and listed. Facilities of other sources are never changed or removed.

Types come from the catalogue's tags; amenity=clinic alone tells little, and such facilities are counted. Huvudman and driftsform are filled in only where the operator is a region or municipality by its full name: of others the map does not know the contract. What has no place, no type or several is left out and listed; a facility drawn both as a point and as a building is counted once.

SEARCH says what is asked for: the county by its border in the map, or the box around the region's areas in the workspace, of which only what lies in the areas is kept. source_date is the map's date when the facility was last changed here.

Method: one POST to Overpass. An answer with a remark (time out, out of memory) is taken for a failure and nothing is stored. Source: © OpenStreetMap contributors, ODbL 1.0; a database made from it is passed on under the same licence.</source>
        <translation>Frågar OpenStreetMap (en Overpasstjänst) efter sjukhus, vårdcentraler, apotek, tandvård, särskilda boenden och ambulansstationer i en region, och sparar dem i arbetsytans tabell facilities med källan OpenStreetMap.

OpenStreetMap är ofullständig, mest för vårdcentraler. Använd den för att hitta det som saknas i det egna registret, aldrig i registrets ställe: med ONLY_MISSING utelämnas och listas en vårdenhet som troligen redan finns i registret (av samma slag inom 150 m, eller med samma namn inom 1 km). Vårdenheter från andra källor ändras eller tas aldrig bort.

Enhetstypen kommer av katalogens taggar; amenity=clinic ensamt säger lite, och sådana vårdenheter räknas. Huvudman och driftsform fylls i bara där utföraren är en region eller kommun med hela sitt namn: för andra känner kartan inte till avtalet. Det som saknar läge eller typ, eller har flera, utelämnas och listas; en vårdenhet som är ritad både som punkt och som byggnad räknas en gång.

SEARCH säger var det frågas: i länet efter dess gräns i kartan, eller i rektangeln kring regionens områden i arbetsytan, varav bara det som ligger i områdena behålls. source_date är kartans datum när vårdenheten senast ändrades här.

Metod: en POST till Overpass. Ett svar med en anmärkning (tiden eller minnet tog slut) räknas som misslyckat, och ingenting sparas. Källa: © OpenStreetMap contributors, ODbL 1.0; en databas som görs av den lämnas vidare under samma licens.</translation>
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
        <source>Attribute &amp;table</source>
        <translation>Attribut&amp;tabell</translation>
    </message>
    <message>
        <source>BASE is area: name the field of the index where the unit stands in AREA_INDEX.</source>
        <translation>BASE är area: ange fältet med index där vårdenheten ligger i AREA_INDEX.</translation>
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
        <source>Bare codes look the same in two vintages. Declare the vintage where neither a field nor a suffix says it.</source>
        <translation>Koder utan tillägg ser likadana ut i två årgångar. Ange årgången när varken ett fält eller ett tillägg till koden gör det.</translation>
    </message>
    <message>
        <source>Bars of growth per area type, {years}</source>
        <translation>Staplar med ökning per områdestyp, {years}</translation>
    </message>
    <message>
        <source>Bars: mean of {value} in each fifth of the people</source>
        <translation>Staplar: medelvärde av {value} i varje femtedel av invånarna</translation>
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
        <source>Better is</source>
        <translation>Bättre är</translation>
    </message>
    <message>
        <source>Better is (field)</source>
        <translation>Bättre är (fält)</translation>
    </message>
    <message>
        <source>Better is (lower, higher)</source>
        <translation>Bättre är (lower = lägre, higher = högre)</translation>
    </message>
    <message>
        <source>Better is neither lower nor higher.</source>
        <translation>Bättre är varken lägre eller högre.</translation>
    </message>
    <message>
        <source>Between getting off and boarding again, the walk included; the timetable's own rules hold besides.</source>
        <translation>Mellan avstigning och påstigning, gången inräknad; tidtabellens egna regler gäller också.</translation>
    </message>
    <message>
        <source>Beyond the change of units without a grant (at most {n}), the mean change of {compared} units was {difference}: {direction}.</source>
        <translation>Utöver förändringen för vårdenheter utan utvecklingspeng (högst {n}) var medelförändringen för {compared} vårdenheter {difference}: {direction}.</translation>
    </message>
    <message>
        <source>Bicycle</source>
        <translation>Cykel</translation>
    </message>
    <message>
        <source>Blank = SOURCE.</source>
        <translation>Tomt = SOURCE.</translation>
    </message>
    <message>
        <source>Blank = SOURCE_DATE.</source>
        <translation>Tomt = SOURCE_DATE.</translation>
    </message>
    <message>
        <source>Blank = ald, alder, ålder or age.</source>
        <translation>Tomt = ald, alder, ålder eller age.</translation>
    </message>
    <message>
        <source>Blank = all of the region.</source>
        <translation>Tomt = alla i regionen.</translation>
    </message>
    <message>
        <source>Blank = all. Ids: {ids}.</source>
        <translation>Tomt = alla. Id: {ids}.</translation>
    </message>
    <message>
        <source>Blank = as BASE.</source>
        <translation>Tomt = som BASE.</translation>
    </message>
    <message>
        <source>Blank = as the name of the field says, where Care Need Index made it; otherwise not told.</source>
        <translation>Tomt = enligt fältets namn, om Care Need Index har skapat det; annars inte angiven.</translation>
    </message>
    <message>
        <source>Blank = every stage.</source>
        <translation>Tomt = alla planskeden.</translation>
    </message>
    <message>
        <source>Blank = figures of the whole region.</source>
        <translation>Tomt = uppgifter för hela regionen.</translation>
    </message>
    <message>
        <source>Blank = no comparison. POT, MAX_CHANGE, POINTS and ACG are the same for both rules.</source>
        <translation>Tomt = ingen jämförelse. POT, MAX_CHANGE, POINTS och ACG är desamma för båda reglerna.</translation>
    </message>
    <message>
        <source>Blank = no documents; their addresses are kept with each plan all the same.</source>
        <translation>Tomt = inga handlingar; deras adresser sparas ändå med varje plan.</translation>
    </message>
    <message>
        <source>Blank = only the way to the patient.</source>
        <translation>Tomt = bara vägen till patienten.</translation>
    </message>
    <message>
        <source>Blank = only where the listed live against where the centre stands.</source>
        <translation>Tomt = bara där de listade bor mot där vårdcentralen ligger.</translation>
    </message>
    <message>
        <source>Blank = that of the areas' codes, or the workspace's.</source>
        <translation>Tomt = den som områdenas koder visar, annars arbetsytans.</translation>
    </message>
    <message>
        <source>Blank = the county's GeoPackage, such as Norrbottens_län_GeoPackage.zip.</source>
        <translation>Tomt = länets GeoPackage, till exempel Norrbottens_län_GeoPackage.zip.</translation>
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
        <source>Blank = the id is the name.</source>
        <translation>Tomt = id:t är namnet.</translation>
    </message>
    <message>
        <source>Blank = the listed people of the capacity table.</source>
        <translation>Tomt = antalet listade i kapacitetstabellen.</translation>
    </message>
    <message>
        <source>Blank = the manifest itself is taken as it is.</source>
        <translation>Tomt = själva manifestet tas som det är.</translation>
    </message>
    <message>
        <source>Blank = the newest DeSO in the workspace, or RegSO where there is none.</source>
        <translation>Tomt = arbetsytans nyaste DeSO, eller RegSO där det inte finns någon.</translation>
    </message>
    <message>
        <source>Blank = the operator of the region. Used only for GTFS Regional.</source>
        <translation>Tomt = regionens trafikbolag. Används bara för GTFS Regional.</translation>
    </message>
    <message>
        <source>Blank = the region of the workspace. Another region's data stand beside your own.</source>
        <translation>Tomt = arbetsytans region. En annan regions uppgifter står bredvid de egna.</translation>
    </message>
    <message>
        <source>Blank = the region's own public transport.</source>
        <translation>Tomt = regionens egen kollektivtrafik.</translation>
    </message>
    <message>
        <source>Blank = the release in force.</source>
        <translation>Tomt = den utgåva som gäller.</translation>
    </message>
    <message>
        <source>Blank = the source's own address, or the one that your IT department has set.</source>
        <translation>Tomt = källans egen adress, eller den som IT-avdelningen har angett.</translation>
    </message>
    <message>
        <source>Blank = the text in SOURCE.</source>
        <translation>Tomt = texten i SOURCE.</translation>
    </message>
    <message>
        <source>Blank = the timetable stays in the cache, where OUTPUT points.</source>
        <translation>Tomt = tidtabellen ligger kvar bland de sparade nedladdningarna, dit OUTPUT pekar.</translation>
    </message>
    <message>
        <source>Blank = {new}. Older accounts use {old}.</source>
        <translation>Tomt = {new}. Äldre konton använder {old}.</translation>
    </message>
    <message>
        <source>Blank and not in the preset = made from type, name and address.</source>
        <translation>Tomt och inte i mallen = görs av typ, namn och adress.</translation>
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
        <source>Blank where the key has the usual name, or none.</source>
        <translation>Tomt när nyckeln har det vanliga namnet, eller inget.</translation>
    </message>
    <message>
        <source>Borders of municipalities, counties and the country</source>
        <translation>Gränser för kommuner, län och rike</translation>
    </message>
    <message>
        <source>Born in Eastern Europe, Asia, Africa or South America (field)</source>
        <translation>Födda i Östeuropa, Asien, Afrika eller Sydamerika (fält)</translation>
    </message>
    <message>
        <source>Both coordinates (field)</source>
        <translation>Båda koordinaterna (fält)</translation>
    </message>
    <message>
        <source>Both empty in a station: always open. May go over midnight.</source>
        <translation>Båda tomma för en station: alltid öppen. Får gå över midnatt.</translation>
    </message>
    <message>
        <source>Both ends of the scale, areas with great challenges and areas with very good conditions, grew more than the types between them. That is a sign of growing segregation, which the tool segregation measures.</source>
        <translation>Skalans båda ändar, områden med stora utmaningar och områden med mycket goda förutsättningar, ökade mer än typerna däremellan. Det är ett tecken på ökande segregation, som verktyget segregation mäter.</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>Båda tillsammans</translation>
    </message>
    <message>
        <source>Bought squares of the region, and whatever else is in the table people for it, are removed.</source>
        <translation>Köpta rutor i regionen, och vad som annars finns för den i tabellen people, tas bort.</translation>
    </message>
    <message>
        <source>Bring it up to date</source>
        <translation>Uppdatera till den nya versionen</translation>
    </message>
    <message>
        <source>Bringing the workspace up to date</source>
        <translation>Uppdaterar arbetsytan till den nya versionen</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Byggnader</translation>
    </message>
    <message>
        <source>By car to the nearest of {before} facilities before and {after} after, in {year}.</source>
        <translation>Med bil till närmaste av {before} vårdenheter före och {after} efter, år {year}.</translation>
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
        <source>By the file's two scales the nation has {mean} points per person.</source>
        <translation>Enligt filens två skalor har riket {mean} poäng per person.</translation>
    </message>
    <message>
        <source>By where its listed live:</source>
        <translation>Efter var de listade bor:</translation>
    </message>
    <message>
        <source>By where the unit stands minus by where the listed live</source>
        <translation>Efter var vårdenheten ligger minus efter var de listade bor</translation>
    </message>
    <message>
        <source>By where the unit stands:</source>
        <translation>Efter var vårdenheten ligger:</translation>
    </message>
    <message>
        <source>By {rank}. The most disadvantaged are those with the {worst}. Every measure counts people.</source>
        <translation>Efter {rank}. De mest utsatta är de med {worst}. Alla mått räknar invånare.</translation>
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
        <source>CAPACITY must be kind=column with ; between, and {part} is not.</source>
        <translation>CAPACITY ska vara slag=kolumn med ; emellan, och {part} är inte det.</translation>
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
        <source>CNI, points per person</source>
        <translation>CNI, poäng per person</translation>
    </message>
    <message>
        <source>CNI, ratio to the nation (1 = the nation)</source>
        <translation>CNI, kvot mot riket (1 = riket)</translation>
    </message>
    <message>
        <source>CNI, status</source>
        <translation>CNI, status</translation>
    </message>
    <message>
        <source>CNI, sum of points</source>
        <translation>CNI, poängsumma</translation>
    </message>
    <message>
        <source>CSV and text</source>
        <translation>CSV och text</translation>
    </message>
    <message>
        <source>CUTS must be four rising numbers, such as -1,0,1,2.</source>
        <translation>CUTS måste vara fyra stigande tal, till exempel -1,0,1,2.</translation>
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
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Cancelled: the earlier data stand as they were.</source>
        <translation>Avbrutet: de tidigare uppgifterna står kvar som de var.</translation>
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
        <source>Cannot be computed with values between {lower} and {upper}.</source>
        <translation>Kan inte beräknas med värden mellan {lower} och {upper}.</translation>
    </message>
    <message>
        <source>Cannot be computed: every value is 0.</source>
        <translation>Kan inte beräknas: alla värden är 0.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapacitet</translation>
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
        <source>Capacity (workspace)</source>
        <translation>Kapacitet (arbetsyta)</translation>
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
        <source>Capacity rows added or changed</source>
        <translation>Kapacitetsrader som tillkommit eller ändrats</translation>
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
        <source>Care Need Index (CNI)</source>
        <translation>Care Need Index (CNI)</translation>
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
        <source>Care that the ages ask for</source>
        <translation>Vårdefterfrågan efter ålder</translation>
    </message>
    <message>
        <source>Care that the ages ask for (demand by age-specific rates)</source>
        <translation>Vårdefterfrågan efter ålder (åldersspecifik vårdkonsumtion)</translation>
    </message>
    <message>
        <source>Care that the ages ask for, the year ahead</source>
        <translation>Vårdefterfrågan efter ålder, det valda året</translation>
    </message>
    <message>
        <source>Care that the ages ask for, today</source>
        <translation>Vårdefterfrågan efter ålder, i dag</translation>
    </message>
    <message>
        <source>Carried from {old} to {new}: {n} areas, of which {whole} of whole areas only.</source>
        <translation>Överfört från {old} till {new}: {n} områden, varav {whole} består av enbart hela områden.</translation>
    </message>
    <message>
        <source>Carries counts from areas of one vintage (årgång), such as DeSO 2018, to those of another, such as DeSO 2025, with a key that says which share of each area went where.

KEY has columns such as from_code, from_vintage, to_code, to_vintage and share: the workspace's table area_key, or one of your own. Each count of an area is multiplied by the share and summed in the new area. Shares above 1 in sum are refused. What the key does not carry is counted and listed: areas that are not in it, and shares that sum to less than 1. A new area with an unknown part is left empty, never given the sum of the rest.

FIELDS are counts, never shares or means: RATES such as share_old=old/population computes those anew.

OUTPUT is TO_AREAS (or a table of area_code and vintage) with the counts, the rates, status, source_areas and source_vintage. status is ok where whole areas only were summed, estimated where an area was split, and missing. An estimated figure is a computation with the key, not SCB's figure, and must not be called official.

Method: count of the new area = sum of count × share; the sum carried and the sum left are told. Source: the key.</source>
        <translation>För över antal från områden av en årgång, till exempel DeSO 2018, till områden av en annan, till exempel DeSO 2025, med en nyckel som anger hur stor andel av varje område som hör till vilket nytt område.

KEY har kolumner som from_code, from_vintage, to_code, to_vintage och share: arbetsytans tabell area_key, eller en egen. Varje antal i ett område multipliceras med andelen och summeras i det nya området. Andelar som summerar till mer än 1 avvisas. Det som nyckeln inte för över räknas och listas: områden som inte finns i den, och andelar som summerar till mindre än 1. Ett nytt område med en okänd del lämnas tomt och får aldrig summan av resten.

FIELDS är antal, aldrig andelar eller medelvärden: RATES, till exempel share_old=old/population, beräknar dem på nytt.

OUTPUT är TO_AREAS (eller en tabell med area_code och vintage) med antalen, andelarna, status, source_areas och source_vintage. status är ok när bara hela områden summerats, estimated (skattad) när ett område delats, och missing (saknas). En skattad siffra är en beräkning med nyckeln, inte SCB:s siffra, och får inte kallas officiell.

Metod: det nya områdets antal = summan av antal × andel; det som förts över och det som inte fördes över redovisas. Källa: nyckeln.</translation>
    </message>
    <message>
        <source>Carry counts to another vintage</source>
        <translation>För över antal till en annan årgång</translation>
    </message>
    <message>
        <source>Catchments</source>
        <translation>Upptagningsområden</translation>
    </message>
    <message>
        <source>Catchments, plan areas or any other polygons. They may overlap and have several parts.</source>
        <translation>Upptagningsområden, planområden eller andra ytor. De får överlappa varandra och ha flera delar.</translation>
    </message>
    <message>
        <source>Caution: this is an association between areas, not a cause. It does not show that people move because of care, nor that better access would change where they live. Jobs, housing, schools, age and distance to a town follow both access and moves, and are not held constant. Areas are not people: those who moved may have other access than their area's mean. Areas with few people swing by chance from one period to the next.</source>
        <translation>Var försiktig: det här är ett samband mellan områden, inte en orsak. Det visar inte att människor flyttar på grund av vården, och inte heller att bättre geografisk tillgänglighet skulle ändra var de bor. Arbete, bostäder, skolor, ålder och avstånd till en stad hänger ihop med både geografisk tillgänglighet och flyttningar, och hålls inte konstanta. Områden är inte människor: de som flyttade kan ha en annan geografisk tillgänglighet än områdets medelvärde. Områden med få invånare varierar av en slump från en period till nästa.</translation>
    </message>
    <message>
        <source>Ceiling (kronor per listed)</source>
        <translation>Tak (kronor per listad)</translation>
    </message>
    <message>
        <source>Ceiling, second rule (kronor per listed)</source>
        <translation>Tak, andra regeln (kronor per listad)</translation>
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
        <source>Cells without a number</source>
        <translation>Celler utan tal</translation>
    </message>
    <message>
        <source>Cells without a number that are not hidden</source>
        <translation>Celler utan tal som inte är dolda</translation>
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
        <source>Change (people)</source>
        <translation>Förändring (invånare)</translation>
    </message>
    <message>
        <source>Change beyond that of units without a grant</source>
        <translation>Förändring utöver den för vårdenheter utan utvecklingspeng</translation>
    </message>
    <message>
        <source>Change capacity</source>
        <translation>Ändra kapacitet</translation>
    </message>
    <message>
        <source>Change from last year (kronor)</source>
        <translation>Förändring från förra året (kronor)</translation>
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
        <source>Change of everybody's time for one trip, one way; plus is longer.</source>
        <translation>Ändring av allas sammanlagda restid för en resa, enkel väg; plus är längre.</translation>
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
        <source>Change of the population by area type, {years}</source>
        <translation>Befolkningens förändring efter områdestyp, {years}</translation>
    </message>
    <message>
        <source>Change per 100 000 kronor</source>
        <translation>Förändring per 100 000 kronor</translation>
    </message>
    <message>
        <source>Change per area</source>
        <translation>Förändring per område</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>Byt roll</translation>
    </message>
    <message>
        <source>Change with the type of the first year (people)</source>
        <translation>Förändring med första årets typ (invånare)</translation>
    </message>
    <message>
        <source>Change {years}</source>
        <translation>Förändring {years}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrade</translation>
    </message>
    <message>
        <source>Changed area type</source>
        <translation>Bytte områdestyp</translation>
    </message>
    <message>
        <source>Changed rows</source>
        <translation>Ändrade rader</translation>
    </message>
    <message>
        <source>Changed since they were frozen: {list}.</source>
        <translation>Ändrade sedan de frystes: {list}.</translation>
    </message>
    <message>
        <source>Changed values</source>
        <translation>Ändrade värden</translation>
    </message>
    <message>
        <source>Changed zones</source>
        <translation>Ändrade zoner</translation>
    </message>
    <message>
        <source>Changed {date}.</source>
        <translation>Ändrad {date}.</translation>
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
        <source>Changes of scenarios (workspace)</source>
        <translation>Scenariernas ändringar (arbetsyta)</translation>
    </message>
    <message>
        <source>Changes of the scenario</source>
        <translation>Scenariots ändringar</translation>
    </message>
    <message>
        <source>Changes up to and including this year are made.</source>
        <translation>Ändringar till och med detta år genomförs.</translation>
    </message>
    <message>
        <source>Checksum (SHA-256)</source>
        <translation>Kontrollsumma (SHA-256)</translation>
    </message>
    <message>
        <source>Checksum of the manifest (SHA-256)</source>
        <translation>Manifestets kontrollsumma (SHA-256)</translation>
    </message>
    <message>
        <source>Children aged 0–4.</source>
        <translation>Barn 0–4 år.</translation>
    </message>
    <message>
        <source>Choose a facility first, in the list or on the map.</source>
        <translation>Välj först en vårdenhet, i listan eller i kartan.</translation>
    </message>
    <message>
        <source>Choose a facility in the tree, on the map or by searching, and its card is shown here.</source>
        <translation>Välj en vårdenhet i trädet, på kartan eller genom att söka, så visas dess kort här.</translation>
    </message>
    <message>
        <source>Choose a measure in INDICATORS, such as {subject};matt={id}. Measures: {list}. Variables: {names}.</source>
        <translation>Välj ett mått i INDICATORS, till exempel {subject};matt={id}. Mått: {list}. Variabler: {names}.</translation>
    </message>
    <message>
        <source>Choose a workspace first: scenarios are kept in it, and stand for its facilities and people.</source>
        <translation>Välj först en arbetsyta: scenarierna sparas i den och gäller dess vårdenheter och invånare.</translation>
    </message>
    <message>
        <source>Choose a workspace first: the figures are those that it holds.</source>
        <translation>Välj först en arbetsyta: siffrorna är de som finns i den.</translation>
    </message>
    <message>
        <source>Choose a workspace first: what changed is what changed in it.</source>
        <translation>Välj först en arbetsyta: det som visas är vad som ändrats i den.</translation>
    </message>
    <message>
        <source>Choose a workspace, and the questions are asked with its layers. Without one you choose every layer yourself.</source>
        <translation>Välj en arbetsyta, så ställs frågorna med dess lager. Utan den väljer du varje lager själv.</translation>
    </message>
    <message>
        <source>Choose a year, or filter the table to one row per area.</source>
        <translation>Välj ett år, eller filtrera tabellen till en rad per område.</translation>
    </message>
    <message>
        <source>Choose at least one result, input or file to freeze with the workspace.</source>
        <translation>Välj minst ett resultat, en indata eller en fil att frysa med arbetsytan.</translation>
    </message>
    <message>
        <source>Choose sites</source>
        <translation>Välj platser</translation>
    </message>
    <message>
        <source>Choose the field that a row is known by (ID_FIELD): rows are never matched by their order.</source>
        <translation>Välj fältet som en rad känns igen på (ID_FIELD): rader paras aldrig ihop efter ordning.</translation>
    </message>
    <message>
        <source>Choose the later result (INPUT), or VERIFY_ONLY.</source>
        <translation>Välj det senare resultatet (INPUT), eller VERIFY_ONLY.</translation>
    </message>
    <message>
        <source>Choose the network file to see who gains and loses. Compile road network makes one of the region's roads; changes can be edited without it.</source>
        <translation>Välj vägnätsfilen för att se vilka som får närmare och längre. Verktyget Skapa vägnätsfil gör en av regionens vägar; ändringar kan göras utan den.</translation>
    </message>
    <message>
        <source>Choose values of {names} in INDICATORS, or fewer years.</source>
        <translation>Välj värden för {names} i INDICATORS, eller färre år.</translation>
    </message>
    <message>
        <source>Choose what type it becomes.</source>
        <translation>Välj vilken typ den blir.</translation>
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
        <source>Classes are thirds of these people.</source>
        <translation>Klasserna är tredjedelar av dessa invånare.</translation>
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
        <source>Clear</source>
        <translation>Rensa</translation>
    </message>
    <message>
        <source>Click on the facility on the map, or choose it here, and say what it becomes.</source>
        <translation>Klicka på vårdenheten i kartan, eller välj den här, och ange vad den blir.</translation>
    </message>
    <message>
        <source>Click on the facility on the map, or choose it here.</source>
        <translation>Klicka på vårdenheten i kartan, eller välj den här.</translation>
    </message>
    <message>
        <source>Click on the map where it is to stand.</source>
        <translation>Klicka i kartan där den ska ligga.</translation>
    </message>
    <message>
        <source>Click on the map, or write the place east and north.</source>
        <translation>Klicka i kartan, eller skriv läget öst och norr.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Close in the scenario</source>
        <translation>Stäng i scenariot</translation>
    </message>
    <message>
        <source>Close to 0: no clear tilt towards either the most or the least disadvantaged.</source>
        <translation>Nära 0: ingen tydlig lutning mot vare sig de mest eller de minst utsatta.</translation>
    </message>
    <message>
        <source>Closed (field)</source>
        <translation>Stängd (fält)</translation>
    </message>
    <message>
        <source>Closed (year)</source>
        <translation>Stängd (år)</translation>
    </message>
    <message>
        <source>Closed since {closed}: it does not stand in {year}.</source>
        <translation>Stängd sedan {closed}: finns inte år {year}.</translation>
    </message>
    <message>
        <source>Cluster (high_high, low_low, high_low, low_high; hot, cold)</source>
        <translation>Kluster (high_high = hög bland höga, low_low = låg bland låga, high_low och low_high = avvikare; hot, cold = höga, låga värden samlade)</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Kluster</translation>
    </message>
    <message>
        <source>Clusters of great and small challenges</source>
        <translation>Kluster av stora och små utmaningar</translation>
    </message>
    <message>
        <source>Clusters: where high lies by high</source>
        <translation>Kluster: där höga värden ligger intill höga</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>Code (field)</source>
        <translation>Kod (fält)</translation>
    </message>
    <message>
        <source>Code of the area's place in the forecast (field; blank = beginning of AREA_CODE)</source>
        <translation>Kod för områdets kommun eller län i prognosen (fält; tomt = början av AREA_CODE)</translation>
    </message>
    <message>
        <source>Code of the place (field)</source>
        <translation>Kommunens eller länets kod (fält)</translation>
    </message>
    <message>
        <source>Code of the whole</source>
        <translation>Helhetens kod</translation>
    </message>
    <message>
        <source>Code, or municipality and name.</source>
        <translation>Kod, eller kommun och namn.</translation>
    </message>
    <message>
        <source>Codes of two versions may name different land.</source>
        <translation>Koder i två versioner kan gälla olika mark.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Datamängd</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolumn</translation>
    </message>
    <message>
        <source>Columns of capacity</source>
        <translation>Kolumner med kapacitet</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Compare a result with a frozen basis</source>
        <translation>Jämför ett resultat med ett fryst underlag</translation>
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
        <source>Compared with the frozen layer {title} ({file}).</source>
        <translation>Jämfört med det frysta lagret {title} ({file}).</translation>
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
        <source>Computed with Närvård {version} on {date}.</source>
        <translation>Beräknat med Närvård {version} den {date}.</translation>
    </message>
    <message>
        <source>Computed − observed (min)</source>
        <translation>Beräknad − observerad (min)</translation>
    </message>
    <message>
        <source>Computes the Care Need Index (CNI) of areas, or of units and their listed people, from seven head counts.

AREAS is a layer or a table with the number of people (POPULATION) and, among them, those over 65 who live alone (OLD_ALONE), born in Eastern Europe, Asia, Africa or South America (FOREIGN_BORN), unemployed or in a labour-market measure, 16–64 (UNEMPLOYED), single parents with children up to 17 (SINGLE_PARENT), aged 1 and over who moved in during the last year (MOVED), with low education, 25–64 (LOW_EDUCATION), and under 5 (UNDER_5). They are numbers of people, not shares; one person can count in several.

Two scales are in use, and must never be mixed. cni_per_person is points per person. cni_ratio is that over the nation's points per person the same year, NATIONAL_MEAN: 1 = as the nation. It changes every year and is not built in; without it cni_ratio stays empty. cni_points is the sum of points, and grows with the number of people.

Where a number is missing, or nobody lives, all three are empty, and cni_status says why: ok, no_population or missing_variable. A number above POPULATION stops the tool. Whoever has bought the index from SCB should use that: Import need index (CNI).

Method: points = 6.15 · over 65 alone + 5.72 · foreign born + 5.13 · unemployed + 4.19 · single parents + 4.19 · moved in + 3.97 · low education + 3.23 · under 5. Source: SCB, Care Need Index, whose own example it reproduces.</source>
        <translation>Beräknar Care Need Index (CNI) för områden, eller för vårdenheter och deras listade, utifrån sju antal personer.

AREAS är ett lager eller en tabell med antalet personer (POPULATION) och, bland dem, ensamboende över 65 år (OLD_ALONE), födda i Östeuropa, Asien, Afrika eller Sydamerika (FOREIGN_BORN), arbetslösa eller i arbetsmarknadspolitisk åtgärd, 16–64 år (UNEMPLOYED), ensamstående föräldrar med barn till och med 17 år (SINGLE_PARENT), personer från 1 år som flyttat in under det senaste året (MOVED), lågutbildade, 25–64 år (LOW_EDUCATION), och barn under 5 år (UNDER_5). Det är antal personer, inte andelar; en person kan räknas i flera.

Två skalor används och får aldrig blandas. cni_per_person är poäng per person. cni_ratio är det delat med rikets poäng per person samma år, NATIONAL_MEAN: 1 = som riket. Det ändras varje år och är inte inbyggt; utan det är cni_ratio tomt. cni_points är poängsumman och växer med antalet personer.

Där ett antal saknas, eller ingen bor, är alla tre tomma, och cni_status anger varför: ok, no_population eller missing_variable. Ett antal över POPULATION stoppar verktyget. Den som har köpt indexet av SCB bör använda det: Importera vårdbehovsindex (CNI).

Metod: poäng = 6,15 · ensamboende över 65 + 5,72 · utrikes födda enligt ovan + 5,13 · arbetslösa + 4,19 · ensamstående föräldrar + 4,19 · inflyttade + 3,97 · lågutbildade + 3,23 · barn under 5. Källa: SCB, Care Need Index, vars eget exempel det återger.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Räknar…</translation>
    </message>
    <message>
        <source>Concentration curve</source>
        <translation>Koncentrationskurva</translation>
    </message>
    <message>
        <source>Concentration curve: share of {value} by share of the people</source>
        <translation>Koncentrationskurva: andel av {value} efter andel av invånarna</translation>
    </message>
    <message>
        <source>Concentration index</source>
        <translation>Koncentrationsindex</translation>
    </message>
    <message>
        <source>Concentration index {value}.</source>
        <translation>Koncentrationsindex {value}.</translation>
    </message>
    <message>
        <source>Consequence of closing health centres</source>
        <translation>Vårdvalskonsekvens när vårdcentraler stänger</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Control the share of false findings (FDR)</source>
        <translation>Begränsa andelen falska fynd (FDR)</translation>
    </message>
    <message>
        <source>Coordinate reference system: {crs}</source>
        <translation>Koordinatsystem: {crs}</translation>
    </message>
    <message>
        <source>Coordinate system of x and y</source>
        <translation>Koordinatsystem för x och y</translation>
    </message>
    <message>
        <source>Coordinates were read as</source>
        <translation>Koordinaterna lästes som</translation>
    </message>
    <message>
        <source>Coordinates were read as {systems}.</source>
        <translation>Koordinaterna lästes som {systems}.</translation>
    </message>
    <message>
        <source>Copied whole, and where it is noted that it was frozen.</source>
        <translation>Kopieras hel, och där det noteras att den frystes.</translation>
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
        <source>Copy the text</source>
        <translation>Kopiera texten</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Kopiera…</translation>
    </message>
    <message>
        <source>Correlation of access and net migration, weighted by people</source>
        <translation>Korrelation mellan geografisk tillgänglighet och flyttnetto, viktad med invånare</translation>
    </message>
    <message>
        <source>Correlation of their ranks, weighted by people</source>
        <translation>Korrelation mellan deras rangordningar, viktad med invånare</translation>
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
        <source>Counts (fields)</source>
        <translation>Antal (fält)</translation>
    </message>
    <message>
        <source>Counts as a floor at every unit, beside the on-call floor of PROCEDURES.</source>
        <translation>Räknas som golv vid varje vårdenhet, vid sidan av jourgolvet i PROCEDURES.</translation>
    </message>
    <message>
        <source>Counts carried to the other vintage</source>
        <translation>Antal överförda till den andra årgången</translation>
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
        <source>Counts that are to be shown.</source>
        <translation>Antal som ska visas.</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Län</translation>
    </message>
    <message>
        <source>County code or name; blank = REGION or the areas.</source>
        <translation>Länskod eller namn; tomt = REGION eller områdena.</translation>
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
        <source>Create workspace…</source>
        <translation>Skapa arbetsyta…</translation>
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
        <source>Cuts between the types (standard deviations)</source>
        <translation>Gränser mellan typerna (standardavvikelser)</translation>
    </message>
    <message>
        <source>DATE must be a day written as 2024-12-31.</source>
        <translation>DATE måste vara ett datum skrivet som 2024-12-31.</translation>
    </message>
    <message>
        <source>DATE must be a day written as 2026-03-04, not {text}.</source>
        <translation>DATE måste vara en dag skriven som 2026-03-04, inte {text}.</translation>
    </message>
    <message>
        <source>DATE must be written as 2024-12-31.</source>
        <translation>DATE ska skrivas som 2024-12-31.</translation>
    </message>
    <message>
        <source>DEMAND is blank, so every point counts as one.</source>
        <translation>DEMAND är tomt, så varje punkt räknas som en.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date (YYYY-MM-DD)</source>
        <translation>Datum (ÅÅÅÅ-MM-DD)</translation>
    </message>
    <message>
        <source>Date (field)</source>
        <translation>Datum (fält)</translation>
    </message>
    <message>
        <source>Date of that capacity</source>
        <translation>Den kapacitetens datum</translation>
    </message>
    <message>
        <source>Date of the data</source>
        <translation>Uppgifternas datum</translation>
    </message>
    <message>
        <source>Date of the decision</source>
        <translation>Beslutsdatum</translation>
    </message>
    <message>
        <source>Date of the numbers (YYYY-MM-DD)</source>
        <translation>Uppgifternas datum (ÅÅÅÅ-MM-DD)</translation>
    </message>
    <message>
        <source>Date of the rows</source>
        <translation>Radernas datum</translation>
    </message>
    <message>
        <source>Date of the source</source>
        <translation>Källans datum</translation>
    </message>
    <message>
        <source>Date of the source (field)</source>
        <translation>Källans datum (fält)</translation>
    </message>
    <message>
        <source>Date of the squares</source>
        <translation>Rutornas datum</translation>
    </message>
    <message>
        <source>Date of the whole table</source>
        <translation>Hela tabellens datum</translation>
    </message>
    <message>
        <source>DeSO 2018 goes with RegSO 2020, DeSO 2025 with RegSO 2025.</source>
        <translation>DeSO 2018 hör ihop med RegSO 2020, DeSO 2025 med RegSO 2025.</translation>
    </message>
    <message>
        <source>DeSO 2025 or RegSO 2025</source>
        <translation>DeSO 2025 eller RegSO 2025</translation>
    </message>
    <message>
        <source>DeSO code in the key (field; blank = look for it)</source>
        <translation>DeSO-kod i nyckeln (fält; tomt = letas upp)</translation>
    </message>
    <message>
        <source>DeSO, RegSO or municipality.</source>
        <translation>DeSO, RegSO eller kommun.</translation>
    </message>
    <message>
        <source>DeSO, RegSO, municipality or region code, or the id of an own division. SCB's layers call it desokod or regsokod.</source>
        <translation>DeSO-, RegSO-, kommun- eller länskod, eller id i en egen indelning. I SCB:s lager heter fältet desokod eller regsokod.</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Beslutat av</translation>
    </message>
    <message>
        <source>Decides what the sign is said to mean, and on which side of LINE people are counted.</source>
        <translation>Avgör vad tecknet sägs betyda, och på vilken sida om LINE invånarna räknas.</translation>
    </message>
    <message>
        <source>Delay at each junction (s)</source>
        <translation>Fördröjning i varje korsning (s)</translation>
    </message>
    <message>
        <source>Delregional vårdsamverkan (part of the region that plans care together)</source>
        <translation>Delregional vårdsamverkan</translation>
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
        <source>Demand per 1 000 people</source>
        <translation>Efterfrågan per 1 000 invånare</translation>
    </message>
    <message>
        <source>Demand per service</source>
        <translation>Efterfrågan per vårdslag</translation>
    </message>
    <message>
        <source>Demand per year</source>
        <translation>Efterfrågan per år</translation>
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
        <source>Describes the present: the same for every horizon.</source>
        <translation>Beskriver nuläget: samma för alla målår.</translation>
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
        <source>Development grant</source>
        <translation>Utvecklingspeng</translation>
    </message>
    <message>
        <source>Development grant (kronor)</source>
        <translation>Utvecklingspeng (kronor)</translation>
    </message>
    <message>
        <source>Development grant by driftsform</source>
        <translation>Utvecklingspeng per driftsform</translation>
    </message>
    <message>
        <source>Development grant per health centre</source>
        <translation>Utvecklingspeng per vårdcentral</translation>
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
        <source>Difference (after less before)</source>
        <translation>Skillnad (efter minus före)</translation>
    </message>
    <message>
        <source>Difference in share between any two areas, weighted by their people: {value} of the way from even to wholly apart.</source>
        <translation>Skillnad i andel mellan två områden vilka som helst, viktad med invånarna: {value} av vägen från jämn fördelning till helt åtskilda.</translation>
    </message>
    <message>
        <source>Difference of the sums</source>
        <translation>Skillnad mellan summorna</translation>
    </message>
    <message>
        <source>Difference: cells less capacity</source>
        <translation>Skillnad: celler minus kapacitet</translation>
    </message>
    <message>
        <source>Difference: squares less areas</source>
        <translation>Skillnad: rutor minus områden</translation>
    </message>
    <message>
        <source>Differences by field</source>
        <translation>Skillnader per fält</translation>
    </message>
    <message>
        <source>Differences from the frozen basis</source>
        <translation>Skillnader mot det frysta underlaget</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Riktning</translation>
    </message>
    <message>
        <source>Direction (better, worse, unchanged)</source>
        <translation>Riktning (better = bättre, worse = sämre, unchanged = oförändrat)</translation>
    </message>
    <message>
        <source>Direction of that difference (better, worse, unchanged)</source>
        <translation>Skillnadens riktning (better = bättre, worse = sämre, unchanged = oförändrat)</translation>
    </message>
    <message>
        <source>Dissimilarity ({dissimilarity}) less the mean difference between areas that touch ({less}). Near dissimilarity: like areas lie side by side.</source>
        <translation>Olikhetsindex ({dissimilarity}) minus den genomsnittliga skillnaden mellan områden som rör vid varandra ({less}). Nära olikhetsindex: områden som liknar varandra ligger intill varandra.</translation>
    </message>
    <message>
        <source>Dissimilarity ({dissimilarity}) less the mean difference between areas, by how much border they share ({less}).</source>
        <translation>Olikhetsindex ({dissimilarity}) minus den genomsnittliga skillnaden mellan områden, viktad med hur mycket gräns de delar ({less}).</translation>
    </message>
    <message>
        <source>Dissimilarity D on another scale, 2D/(1+D): {value} of the way from even to wholly apart.</source>
        <translation>Olikhetsindex D på en annan skala, 2D/(1+D): {value} av vägen från jämn fördelning till helt åtskilda.</translation>
    </message>
    <message>
        <source>Distance beyond the line</source>
        <translation>Avstånd från gränsen</translation>
    </message>
    <message>
        <source>Distance from the border (m)</source>
        <translation>Avstånd från gränsen (m)</translation>
    </message>
    <message>
        <source>Distance of likely duplicates (metres)</source>
        <translation>Avstånd för troliga dubbletter (meter)</translation>
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
        <source>Distances are straight lines, not by road; a level is what the rules make it, and nothing more.</source>
        <translation>Avstånden är fågelvägen, inte längs väg; en nivå är vad reglerna gör den till, och inget mer.</translation>
    </message>
    <message>
        <source>Distribute care between regions</source>
        <translation>Fördela vård mellan regioner</translation>
    </message>
    <message>
        <source>Divided by (field; blank = the value as it is)</source>
        <translation>Delas med (fält; tomt = värdet som det är)</translation>
    </message>
    <message>
        <source>Division of {year}</source>
        <translation>Indelning {year}</translation>
    </message>
    <message>
        <source>Divisions, with ; between</source>
        <translation>Indelningar, med ; emellan</translation>
    </message>
    <message>
        <source>Downloads a collection of Lantmäteriet's STAC-vektor as GeoPackages into FOLDER: borders of municipalities and counties (kommun-lan-rike) and place names (ortnamn) as one file for the country; properties, buildings, land cover and addresses as one file for each of the region's municipalities, or of MUNICIPALITIES.

With DIVISIONS the borders of the region's municipalities go to the workspace's table divisions too (kind kommun), for the tools that take a division.

The search is open, the files want an account: AUTH is one at Lantmäteriet that has ordered the collection, kept in QGIS's authentication store. Code 401 means that it is not known, 403 that the collection is not ordered for it.

Method: every file is checked (zip, one GeoPackage, SWEREF 99 TM, the size that the catalogue tells) before any of them is put in the folder; a municipality without a file stops the tool. A kept copy is used until the catalogue tells of a newer file. Source: Lantmäteriet; the licence differs between products.</source>
        <translation>Laddar ner en datamängd ur Lantmäteriets STAC-vektor som GeoPackage till FOLDER: gränser för kommuner och län (kommun-lan-rike) och ortnamn (ortnamn) som en fil för hela landet; fastigheter, byggnader, marktäcke och adresser som en fil för var och en av regionens kommuner, eller dem i MUNICIPALITIES.

Med DIVISIONS läggs gränserna för regionens kommuner också i arbetsytans tabell divisions (slaget kommun), för verktygen som tar en indelning.

Sökningen är öppen, filerna kräver ett konto: AUTH är ett konto hos Lantmäteriet som har beställt datamängden, sparat i QGIS autentiseringsregister. Kod 401 betyder att kontot inte är känt, 403 att datamängden inte är beställd för det.

Metod: varje fil kontrolleras (zip, en GeoPackage, SWEREF 99 TM, den storlek som katalogen uppger) innan någon av dem läggs i mappen; en kommun utan fil stoppar verktyget. En sparad kopia används tills katalogen uppger en nyare fil. Källa: Lantmäteriet; licensen skiljer sig mellan produkter.</translation>
    </message>
    <message>
        <source>Downloads a timetable (GTFS) for Travel time by public transport. The free key from Trafiklab allows 50 downloads a month, so a copy is kept and asked for anew only when it is older than MAX_AGE; even then nothing is downloaded if the source says that it has not changed.

FEED regional is the operator's own timetable, the best one; OPERATOR is its short name at Trafiklab (otraf, klt, jlt …), blank = that of the region. sweden3 and sverige2 cover the whole country; sverige2 may be fetched once a minute, and is downloaded only when its free description tells another version.

AUTH is the key, kept in QGIS's authentication store, as the kind API header or Basic (the key as password). It is never written to a log, a workspace or a file. With FOLDER a copy &lt;operator&gt;.zip is put there; OUTPUT is what the parameter GTFS of the travel time tools takes.

Method: the zip is checked and read through as a timetable before it is kept; a broken one never takes a good one's place. The days that it is valid are told. Source: Trafiklab (Samtrafiken), CC0 1.0.</source>
        <translation>Laddar ner en tidtabell (GTFS) för Restid med kollektivtrafik. Den kostnadsfria nyckeln från Trafiklab ger 50 nedladdningar i månaden, så en kopia sparas och efterfrågas på nytt först när den är äldre än MAX_AGE; även då laddas inget ner om källan säger att den inte har ändrats.

FEED regional är trafikbolagets egen tidtabell, den bästa; OPERATOR är bolagets kortnamn hos Trafiklab (otraf, klt, jlt …), tomt = regionens. sweden3 och sverige2 täcker hela landet; sverige2 får hämtas en gång i minuten och laddas bara ner när dess fria beskrivning uppger en annan version.

AUTH är nyckeln, sparad i QGIS autentiseringsregister, som typen API-huvud eller Basic (nyckeln som lösenord). Den skrivs aldrig i en logg, en arbetsyta eller en fil. Med FOLDER läggs en kopia &lt;operator&gt;.zip där; OUTPUT är det som parametern GTFS i restidsverktygen tar.

Metod: zipfilen kontrolleras och läses igenom som tidtabell innan den sparas; en trasig tar aldrig en hel fils plats. Dagarna som den gäller uppges. Källa: Trafiklab (Samtrafiken), CC0 1.0.</translation>
    </message>
    <message>
        <source>Drag the facility on the map, or choose it and click on its new place.</source>
        <translation>Dra vårdenheten i kartan, eller välj den och klicka på den nya platsen.</translation>
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
        <source>Dri&amp;ftsform</source>
        <translation>Dri&amp;ftsform</translation>
    </message>
    <message>
        <source>Driftsform</source>
        <translation>Driftsform</translation>
    </message>
    <message>
        <source>Driftsform (field)</source>
        <translation>Driftsform (fält)</translation>
    </message>
    <message>
        <source>Drive time (min)</source>
        <translation>Körtid (min)</translation>
    </message>
    <message>
        <source>EFFECT and COMPARISON are then told by driftsform too.</source>
        <translation>EFFECT och COMPARISON redovisas då även per driftsform.</translation>
    </message>
    <message>
        <source>EFFECT and COMPARISON are then told by huvudman too.</source>
        <translation>EFFECT och COMPARISON redovisas då även per huvudman.</translation>
    </message>
    <message>
        <source>END_TIME must be later than START_TIME.</source>
        <translation>END_TIME måste vara senare än START_TIME.</translation>
    </message>
    <message>
        <source>EXAMPLE-1</source>
        <translation>EXEMPEL-1</translation>
    </message>
    <message>
        <source>EXAMPLE-2</source>
        <translation>EXEMPEL-2</translation>
    </message>
    <message>
        <source>Each becomes fields of its own.</source>
        <translation>Vart och ett får egna fält.</translation>
    </message>
    <message>
        <source>Each collection is ordered for itself at Lantmäteriet.</source>
        <translation>Varje datamängd beställs för sig hos Lantmäteriet.</translation>
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
        <source>Each wants a key of its own kind from Trafiklab.</source>
        <translation>Var och en kräver sin egen sorts nyckel från Trafiklab.</translation>
    </message>
    <message>
        <source>Earlier files of the same names are replaced.</source>
        <translation>Tidigare filer med samma namn ersätts.</translation>
    </message>
    <message>
        <source>East (field)</source>
        <translation>Öst (fält)</translation>
    </message>
    <message>
        <source>East (m)</source>
        <translation>Öst (m)</translation>
    </message>
    <message>
        <source>East (m, SWEREF 99 TM)</source>
        <translation>Öst (m, SWEREF 99 TM)</translation>
    </message>
    <message>
        <source>East (metres)</source>
        <translation>Öst (meter)</translation>
    </message>
    <message>
        <source>East and north are metres in SWEREF 99 TM (583000 and 6281000), or degrees (16.36 and 56.66). Without them the facility gets no place, and is put on the map by hand afterwards.</source>
        <translation>Öst och nord är meter i SWEREF 99 TM (583000 och 6281000) eller grader (16,36 och 56,66). Utan dem får vårdenheten inget läge, och placeras på kartan för hand efteråt.</translation>
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
        <source>East or longitude. In the preset hsa the first number is north.</source>
        <translation>Öst eller longitud. I mallen hsa är det första talet norr.</translation>
    </message>
    <message>
        <source>Economy</source>
        <translation>Ekonomi</translation>
    </message>
    <message>
        <source>Effect by driftsform</source>
        <translation>Effekt per driftsform</translation>
    </message>
    <message>
        <source>Effect of areas that changed type (people)</source>
        <translation>Effekt av områden som bytte typ (invånare)</translation>
    </message>
    <message>
        <source>Effect of areas that changed type (share)</source>
        <translation>Effekt av områden som bytte typ (andel)</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Insats</translation>
    </message>
    <message>
        <source>Effort (field)</source>
        <translation>Insats (fält)</translation>
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
        <source>Equal shares</source>
        <translation>Lika stora delar</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Jämlikhet</translation>
    </message>
    <message>
        <source>Equity: who has more and who has less</source>
        <translation>Jämlikhet: vem har mer och vem har mindre</translation>
    </message>
    <message>
        <source>Equity: {value}</source>
        <translation>Jämlikhet: {value}</translation>
    </message>
    <message>
        <source>Erreygers' index</source>
        <translation>Erreygers index</translation>
    </message>
    <message>
        <source>Errors and factors</source>
        <translation>Avvikelser och faktorer (tabell)</translation>
    </message>
    <message>
        <source>Estimated areas</source>
        <translation>Skattade områden</translation>
    </message>
    <message>
        <source>Estimates how great the need is among the listed of each health centre, from the areas where they live, and sets it beside the index of the area where the centre stands. The two can differ much: a centre in a good area may have listed with great need.

UNITS are the centres. LISTINGS is a table with area_code, unit_id, number, date and status; the newest date counts. AREAS hold INDEX, such as the points per person or the ratio of Care Need Index (CNI). The sum of points is refused, because a mean of sums says nothing. SCALE says which scale the index is on, and stands in index_scale; it is never converted.

OUTPUT is the units with listed, index_listed (the mean index of the areas, weighted by the listed who live there), index_area (where AREAS are polygons: of the area where the unit stands), covered_share (share of the listed whose area has an index; empty where few lack it), hidden_listings (how many of its numbers are hidden) and listed_status: ok, incomplete (hidden numbers, or areas without index), missing (no listings, or no index) or suppressed (from 1 up to below MINIMUM listed, or so few from one of two areas).

It is an ecological estimate (ekologisk skattning): the areas' mean is given to every listed person of the area. Those who are listed at a centre may differ from their neighbours. Whoever has an index of the listed themselves, as bought from SCB, should use that.

LISTINGS and AREAS must be of the same vintage: the same code may name other land in another.

Method: index_listed = Σ listed · index of the area / Σ listed, over areas with an index. Hidden numbers are in no sum.</source>
        <translation>Skattar hur stort vårdbehovet är bland de listade på varje vårdcentral, utifrån områdena där de bor, och ställer det bredvid indexet för området där vårdcentralen ligger. De kan skilja sig mycket: en vårdcentral i ett välmående område kan ha listade med stort vårdbehov.

UNITS är vårdcentralerna. LISTINGS är en tabell med area_code, unit_id, number, date och status; det senaste datumet gäller. AREAS har INDEX, till exempel poäng per person eller kvot enligt Care Need Index (CNI). Poängsumman avvisas, eftersom ett medelvärde av summor inte säger något. SCALE säger vilken skala indexet är på och står i index_scale; det räknas aldrig om.

OUTPUT är vårdenheterna med listed, index_listed (medelvärdet av områdenas index, viktat med de listade som bor där), index_area (när AREAS är ytor: för området där vårdenheten ligger), covered_share (andel av de listade vars område har ett index; tom om det är få som saknar det), hidden_listings (hur många av vårdenhetens antal som är dolda) och listed_status: ok, incomplete (dolda antal, eller områden utan index), missing (inga listningar, eller inget index) eller suppressed (från 1 till under MINIMUM listade, eller så få från ett av två områden).

Det är en ekologisk skattning: områdets medelvärde ges till varje listad i området. De som är listade på en vårdcentral kan skilja sig från sina grannar. Den som har ett index för de listade själva, köpt av SCB, bör använda det.

LISTINGS och AREAS måste vara av samma årgång: samma kod kan avse annan mark i en annan.

Metod: index_listed = Σ listade · områdets index / Σ listade, över områden med index. Dolda antal ingår inte i någon summa.</translation>
    </message>
    <message>
        <source>Evenly over the area's ground</source>
        <translation>Jämnt över områdets yta</translation>
    </message>
    <message>
        <source>Every area counts as many times as it has people.</source>
        <translation>Varje område räknas lika många gånger som det har invånare.</translation>
    </message>
    <message>
        <source>Every area with people and a rank has a value.</source>
        <translation>Alla områden med invånare och rang har ett värde.</translation>
    </message>
    <message>
        <source>Every area with people has a rank.</source>
        <translation>Alla områden med invånare har en rang.</translation>
    </message>
    <message>
        <source>Every figure of {layer} is 0. SCB writes 0 for codes of a vintage that has no figures for the year: choose the vintage of {layer}, or another year.</source>
        <translation>Alla siffror i {layer} är 0. SCB skriver 0 för koder av en årgång som saknar siffror för året: välj årgång för {layer}, eller ett annat år.</translation>
    </message>
    <message>
        <source>Every file is as it was frozen.</source>
        <translation>Varje fil är som den frystes.</translation>
    </message>
    <message>
        <source>Every {field} in {layer} is 0, so there is nothing to share. Choose another field.</source>
        <translation>Alla värden i {field} i {layer} är 0, så det finns inget att fördela. Välj ett annat fält.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Everybody in the area at the date of GROUP_BEFORE.</source>
        <translation>Alla i området vid samma datum som GROUP_BEFORE.</translation>
    </message>
    <message>
        <source>Everybody in the area, whether in a group or not.</source>
        <translation>Alla i området, vare sig de hör till en grupp eller inte.</translation>
    </message>
    <message>
        <source>Everybody, of every age.</source>
        <translation>Alla, i alla åldrar.</translation>
    </message>
    <message>
        <source>Everyone takes part; only these are written.</source>
        <translation>Alla räknas med; bara dessa skrivs.</translation>
    </message>
    <message>
        <source>Everything in it is made up. It is written to {folder}.</source>
        <translation>Allt i det är påhittat. Det skrivs till {folder}.</translation>
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
        <source>Example rows left out</source>
        <translation>Exempelrader som utelämnats</translation>
    </message>
    <message>
        <source>Example street 1</source>
        <translation>Exempelgatan 1</translation>
    </message>
    <message>
        <source>Excel needs Python's openpyxl.</source>
        <translation>Excel behöver Pythonpaketet openpyxl.</translation>
    </message>
    <message>
        <source>Excel where possible, else CSV</source>
        <translation>Excel där det går, annars CSV</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excelarbetsbok</translation>
    </message>
    <message>
        <source>Excess: the pot by listed × what lies over the threshold</source>
        <translation>Överskott: potten efter listade × det som ligger över tröskeln</translation>
    </message>
    <message>
        <source>Exchange file</source>
        <translation>Utbytesfil</translation>
    </message>
    <message>
        <source>Exchange files (*.gpkg *.csv)</source>
        <translation>Utbytesfiler (*.gpkg *.csv)</translation>
    </message>
    <message>
        <source>Expected patients per year</source>
        <translation>Förväntade patienter per år</translation>
    </message>
    <message>
        <source>Expected without any pattern</source>
        <translation>Förväntat utan något mönster</translation>
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
        <source>FILE must end in .gpkg.</source>
        <translation>FILE måste sluta på .gpkg.</translation>
    </message>
    <message>
        <source>FORECAST (filter it to one forecast, and to one row per place and year)</source>
        <translation>FORECAST (filtrera till en prognos, och till en rad per kommun eller län och år)</translation>
    </message>
    <message>
        <source>FORECAST has no row of {group} for {code}. Complete it first.</source>
        <translation>FORECAST har ingen rad för {group} i {code}. Komplettera den först.</translation>
    </message>
    <message>
        <source>FORECAST has no rows for {names}. Its age groups are: {groups}.</source>
        <translation>FORECAST har inga rader för {names}. Åldersgrupperna är: {groups}.</translation>
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
        <source>Facilities (layer, CSV or Excel file)</source>
        <translation>Vårdenheter (lager, CSV- eller Excelfil)</translation>
    </message>
    <message>
        <source>Facilities (points)</source>
        <translation>Vårdenheter (punkter)</translation>
    </message>
    <message>
        <source>Facilities (workspace)</source>
        <translation>Vårdenheter (arbetsyta)</translation>
    </message>
    <message>
        <source>Facilities and services as they stand that year, by the years in the register</source>
        <translation>Vårdenheter och utbud som de är det året, enligt årtalen i registret</translation>
    </message>
    <message>
        <source>Facilities in the scenario</source>
        <translation>Vårdenheter i scenariot</translation>
    </message>
    <message>
        <source>Facilities of the same source, region and type that are not in the file; otherwise they are only listed.</source>
        <translation>Vårdenheter av samma källa, region och typ som inte finns i filen; annars räknas de bara upp.</translation>
    </message>
    <message>
        <source>Facilities of {file} have one of their two coordinates: {ids}. Nothing was taken in; ask the neighbour to correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facilities or stations</source>
        <translation>Vårdenheter eller stationer</translation>
    </message>
    <message>
        <source>Facilities that belong to no place</source>
        <translation>Vårdenheter som inte hör till någon ort</translation>
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
        <source>Facilities with their type; opened and closed (years) are read where the layer has them.</source>
        <translation>Vårdenheter med typ; opened och closed (årtal) läses om de finns i lagret.</translation>
    </message>
    <message>
        <source>Facilities without a place</source>
        <translation>Vårdenheter utan läge</translation>
    </message>
    <message>
        <source>Facilities, services and capacity</source>
        <translation>Vårdenheter, utbud och kapacitet</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Vårdenhet</translation>
    </message>
    <message>
        <source>Facility card</source>
        <translation>Vårdenhetens kort</translation>
    </message>
    <message>
        <source>Facility id</source>
        <translation>Vårdenhetens id</translation>
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
        <source>Facility type</source>
        <translation>Enhetstyp</translation>
    </message>
    <message>
        <source>Facility type (field)</source>
        <translation>Typ av vårdenhet (fält)</translation>
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
        <source>Farther</source>
        <translation>Längre</translation>
    </message>
    <message>
        <source>Farthest from a place (m)</source>
        <translation>Längsta avstånd till en ort (m)</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Fetch a whole region</source>
        <translation>Hämta en hel region</translation>
    </message>
    <message>
        <source>Fetch areas: DeSO and RegSO (SCB)</source>
        <translation>Hämta områden: DeSO och RegSO (SCB)</translation>
    </message>
    <message>
        <source>Fetch borders and buildings (Lantmäteriet)</source>
        <translation>Hämta gränser och byggnader (Lantmäteriet)</translation>
    </message>
    <message>
        <source>Fetch facilities from OpenStreetMap</source>
        <translation>Hämta vårdenheter från OpenStreetMap</translation>
    </message>
    <message>
        <source>Fetch health figures</source>
        <translation>Hämta hälsouppgifter</translation>
    </message>
    <message>
        <source>Fetch people by square kilometre (SCB)</source>
        <translation>Hämta invånare per kilometerruta (SCB)</translation>
    </message>
    <message>
        <source>Fetch plan provisions (Boverket)</source>
        <translation>Hämta planbestämmelser (Boverket)</translation>
    </message>
    <message>
        <source>Fetch published detail plans (Lantmäteriet)</source>
        <translation>Hämta publicerade detaljplaner (Lantmäteriet)</translation>
    </message>
    <message>
        <source>Fetch roads (NVDB, Lastkajen)</source>
        <translation>Hämta vägnät (NVDB, Lastkajen)</translation>
    </message>
    <message>
        <source>Fetch statistics from SCB</source>
        <translation>Hämta statistik från SCB</translation>
    </message>
    <message>
        <source>Fetch timetable (Trafiklab)</source>
        <translation>Hämta tidtabell (Trafiklab)</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Hämtad</translation>
    </message>
    <message>
        <source>Fetched {day}</source>
        <translation>Hämtad {day}</translation>
    </message>
    <message>
        <source>Fetches SCB's open population by square kilometre into the workspace's table people: one point per square, with its people, the region and the area that its centre lies in, and the ages that SCB tells (from 65 in groups of five years).

The region is the ground of its areas in the workspace: run Fetch areas first. DIVISION says which areas; blank = the newest DeSO. A square belongs to the region that its centre lies in, so nobody is counted in two regions. A square with its centre at sea or abroad belongs where most of its ground is, once the areas of the neighbouring regions are in the workspace; until then such squares are counted and told.

Where the workspace already has other people of the region, such as bought 250 m squares, the tool stops: both would count everybody twice. REPLACE lets the square kilometres stand instead of them.

SCB protects every number on its own: the ages of a square may add up to more than its people. Such squares are counted and listed. The sum is told beside that of the areas, each with its date, since the two are never the same.

Method: WFS 1.1.0 in pages within the box around the areas; the number of squares must be what SCB says it is, and each must lie where its id says. The centre comes from the id. Source: SCB, Statistik på rutor (befolkning_1km), CC0.</source>
        <translation>Hämtar SCB:s öppna befolkning per kilometerruta till arbetsytans tabell people: en punkt per ruta, med invånare, den region och det område som mittpunkten ligger i, och de åldrar som SCB redovisar (från 65 i femårsgrupper).

Regionen är marken i dess områden i arbetsytan: kör Hämta områden först. DIVISION säger vilka områden; tomt = den nyaste DeSO. En ruta hör till den region som mittpunkten ligger i, så ingen räknas i två regioner. En ruta med mittpunkten i havet eller utomlands hör dit där det mesta av dess mark ligger, så snart grannregionernas områden finns i arbetsytan; till dess räknas och redovisas sådana rutor för sig.

Om arbetsytan redan har andra invånare i regionen, till exempel köpta 250-metersrutor, stannar verktyget: med båda räknas alla två gånger. Med REPLACE får kilometerrutorna stå i deras ställe.

SCB skyddar varje tal för sig: en rutas åldrar kan tillsammans vara fler än dess invånare. Sådana rutor räknas och listas. Summan visas bredvid områdenas, var och en med sitt datum, eftersom de två aldrig är lika.

Metod: WFS 1.1.0 sida för sida inom rektangeln kring områdena; antalet rutor måste vara det som SCB säger, och var och en måste ligga där dess id säger. Mittpunkten tas ur id:t. Källa: SCB, Statistik på rutor (befolkning_1km), CC0.</translation>
    </message>
    <message>
        <source>Fetches a release of Boverket's catalogue of plan provisions into the workspace's table plan_provisions: what each use, height and share in a detail plan means, from when, and what stands instead of a provision that is no longer used. Other releases in the table are left.

RELEASE is a release's name (such as 20251201) or number; blank = the one in force. The release is 13 MB; a copy is kept and asked for again after 30 days.

Method: the marks # and $ are taken off the letters (e# is e), lists of what replaces what are split, and successors are followed to the last one, so that the column counterpart names what a provision corresponds to today. Provisions for care are found by the category Vård or a letter that begins with D; no code is assumed. Source: Boverket, Planbestämmelsekatalogen.</source>
        <translation>Hämtar en utgåva av Boverkets planbestämmelsekatalog till arbetsytans tabell plan_provisions: vad varje användning, höjd och andel i en detaljplan betyder, från när, och vad som gäller i stället för en bestämmelse som inte längre används. Andra utgåvor i tabellen lämnas kvar.

RELEASE är en utgåvas namn (till exempel 20251201) eller nummer; tomt = den som gäller. Utgåvan är 13 MB; en kopia sparas och efterfrågas igen efter 30 dagar.

Metod: tecknen # och $ tas bort från beteckningarna (e# är e), listor över vad som ersätter vad delas upp, och ersättare följs till den sista, så att kolumnen counterpart säger vad en bestämmelse motsvaras av i dag. Bestämmelser för vård hittas på kategorin Vård eller en beteckning som börjar på D; ingen kod antas. Källa: Boverket, Planbestämmelsekatalogen.</translation>
    </message>
    <message>
        <source>Fetches a table of SCB's statistical database, for one county (with NEIGHBOURS those around it, too), into the workspace's table statistics: one row per area, vintage of the division, variable and year.

TABLE is a theme, or other with the table's id in TABLE_ID; words instead of an id give a list of the tables that SCB finds. LEVEL says which areas: the smallest that the table has, or DeSO, RegSO, municipalities, or the region beside the nation. VERSION is the division: 2018 means DeSO 2018 and RegSO 2020, with figures through 2023; 2025 means DeSO 2025 and RegSO 2025, with figures from 2024. SCB's suffix (2021A0010_DeSO2025) is taken off the code, and kept as the vintage. A figure outside its vintage's years is missing, whatever SCB answers there (TAB6574 answers 0). Municipalities and regions get VERSION as their vintage. Codes keep their leading zeros.

YEARS is 2024, 2015-2024 or 2015;2020; blank is the newest year that the vintage has. VALUES chooses other values than the theme's, such as Alder=totalt,65-69;Kon=1+2, by code or label; * is all of them. A variable that must be chosen, and is not, stops the tool with its name.

A figure is called by the theme or contents, then by each value that is not the whole: population, population_65_69, population_65_69_women. The names that other tools know are kept: population, under_5, aged_65_plus (the sum of the four oldest groups), area_type, socioeconomic_index, share_low_education, share_low_economic_standard, share_long_term_support. In another table than the themes' the name begins with its id: tab1234_… . Tables of two vintages that differ in ages or form have different names, and are never one series.

If the table has not changed at SCB since the same choice was fetched, nothing is fetched. A large selection is fetched in parts within the limits that SCB itself tells; if a part fails, nothing is stored and what you had is left.

Method: PxWebApi 2, json-stat2; date of the data is the last day of the newest year. Source: SCB, CC0. SCB perturbs small counts from 2025 on, so parts need not sum to totals.</source>
        <translation>Hämtar en tabell ur SCB:s statistikdatabas för ett län (med NEIGHBOURS även länen omkring) till arbetsytans tabell statistics: en rad per område, indelningens årgång, variabel och år.

TABLE är ett tema, eller other med tabellens id i TABLE_ID; ord i stället för ett id ger en lista över de tabeller som SCB hittar. LEVEL säger vilka områden: de minsta som tabellen har, eller DeSO, RegSO, kommuner, eller regionen bredvid riket. VERSION är indelningen: 2018 betyder DeSO 2018 och RegSO 2020, med uppgifter till och med 2023; 2025 betyder DeSO 2025 och RegSO 2025, med uppgifter från och med 2024. SCB:s tillägg (2021A0010_DeSO2025) tas bort ur koden och sparas som årgång. En uppgift utanför årgångens år saknas, vad SCB än svarar där (TAB6574 svarar 0). Kommuner och regioner får VERSION som årgång. Koderna behåller sina inledande nollor.

YEARS är 2024, 2015-2024 eller 2015;2020; tomt är det senaste år som årgången har. VALUES väljer andra värden än temats, till exempel Alder=totalt,65-69;Kon=1+2, med kod eller benämning; * är alla. En variabel som måste väljas men inte valts stoppar verktyget med sitt namn.

En uppgift heter efter temat eller tabellinnehållet och sedan efter varje värde som inte är helheten: population, population_65_69, population_65_69_women. Namn som andra verktyg känner behålls: population, under_5, aged_65_plus (summan av de fyra äldsta grupperna), area_type, socioeconomic_index, share_low_education, share_low_economic_standard, share_long_term_support. I andra tabeller än temanas börjar namnet med tabellens id: tab1234_… . Tabeller för två årgångar som skiljer sig i ålder eller form har olika namn och är aldrig en serie.

Har tabellen inte ändrats hos SCB sedan samma urval hämtades, så hämtas inget. Ett stort urval hämtas i delar inom de gränser som SCB själv anger; om en del misslyckas sparas ingenting, och det du hade är kvar.

Metod: PxWebApi 2, json-stat2; uppgifternas datum är det senaste årets sista dag. Källa: SCB, CC0. SCB ändrar små antal något från och med 2025, så delarna behöver inte summera till totalerna.</translation>
    </message>
    <message>
        <source>Fetches health as it is published, for a region, its municipalities and the nation to compare with, into the workspace's table health_figures: one row per indicator, area, period, sex and age. area_level says the smallest area that the figure exists for: country, region or municipality. A figure of a region says nothing of a DeSO or a municipality within it, and no tool paints it there.

SOURCE and INDICATORS:
• socialstyrelsen: a subject, a measure and other values, such as dodsorsaker;matt=1;diagnos=I21,I22. A variable that is not named comes with all its values. Most subjects exist by region, a few by municipality. What is there is told if you give the subject alone.
• kolada: ids of key figures with ; between, such as N00001;U30446. The nation is 0000, Region Kalmar län 0008 and the municipality Kalmar 0880 there; in the workspace they are 00, 08 and 0880. An empty value is missing; 0 may be real.
• folkhalsomyndigheten: the path of a table and values, such as A_Folkhalsodata/…/table.px;Ålder=16-84. A folder's path tells what it holds.

YEARS is 2024, 2015-2024 or 2015;2020, and chooses periods of several years by their last; blank is the newest. SEX is both together, women, men, or all three apart. Codes keep their leading zeros. A missing or hidden figure is empty with its status, never 0. How many figures there will be is told before they are fetched, and too many are refused.

If anything fails on the way, such as page 7 of 12, nothing is stored and what you had is left.

Method: all pages of the source's own interface; date of the data is the last day of the newest period. Source: Socialstyrelsen, Folkhälsomyndigheten, or Kolada (RKA); name the source where you show its figures.</source>
        <translation>Hämtar hälsa så som den publiceras, för en region, dess kommuner och riket som jämförelse, till arbetsytans tabell health_figures: en rad per mått, område, period, kön och ålder. area_level säger det minsta område som uppgiften finns för: country (riket), region eller municipality (kommun). En regions uppgift säger inget om en DeSO eller kommun inom den, och inget verktyg målar den där.

SOURCE och INDICATORS:
• socialstyrelsen: ett ämne, ett mått och andra värden, till exempel dodsorsaker;matt=1;diagnos=I21,I22. En variabel som inte nämns kommer med alla sina värden. De flesta ämnen finns per region, några per kommun. Vad som finns visas om du bara anger ämnet.
• kolada: nyckeltalens id med ; mellan, till exempel N00001;U30446. Där är riket 0000, Region Kalmar län 0008 och Kalmar kommun 0880; i arbetsytan är de 00, 08 och 0880. Ett tomt värde är ett saknat värde; 0 kan vara ett riktigt värde.
• folkhalsomyndigheten: en tabells sökväg och värden, till exempel A_Folkhalsodata/…/table.px;Ålder=16-84. För en mapp visas vad den innehåller.

YEARS är 2024, 2015-2024 eller 2015;2020 och väljer fleråriga perioder efter deras sista år; tomt är det senaste. SEX är båda tillsammans, kvinnor, män, eller alla tre var för sig. Koderna behåller sina inledande nollor. En saknad eller dold uppgift är tom med sin status, aldrig 0. Hur många uppgifter det blir sägs innan de hämtas, och för många avvisas.

Om något går fel på vägen, till exempel på sida 7 av 12, sparas ingenting, och det du hade är kvar.

Metod: alla sidor i källans eget gränssnitt; uppgifternas datum är den senaste periodens sista dag. Källa: Socialstyrelsen, Folkhälsomyndigheten eller Kolada (RKA); ange källan där du visar uppgifterna.</translation>
    </message>
    <message>
        <source>Fetches the borders of DeSO and RegSO of a region from SCB's open geodata into the workspace's table areas: code, vintage, municipality, region and, for RegSO, name. With NEIGHBOURS the regions that border on it come too, so that what lies just across the border can be computed.

VERSION is one or several of deso2018, deso2025, regso2020 and regso2025, with ; between. All stand in the same table; DeSO and RegSO are told apart by their codes (0880A0010, 0880R001), and vintages by the field vintage. They lie over each other: filter the table to one division and vintage before counting people.

Only the areas of the same division, vintage and region are replaced; equal ones are left untouched. The source has no population: a population that is stored stays with its code and vintage.

Method: WFS 1.1.0 in pages, filtered by county. The number of areas must be what SCB says it is, every code and version must be what was asked for, and every coordinate must lie in Sweden with east before north; otherwise nothing is stored. Borders are kept as they come; they reach into the sea.

Source: SCB, öppna geodata, CC0.</source>
        <translation>Hämtar gränserna för en regions DeSO och RegSO från SCB:s öppna geodata till arbetsytans tabell areas: kod, årgång, kommun, region och, för RegSO, namn. Med NEIGHBOURS kommer också de regioner som gränsar till den, så att det som ligger strax över gränsen kan räknas med.

VERSION är en eller flera av deso2018, deso2025, regso2020 och regso2025, med ; emellan. Alla står i samma tabell; DeSO och RegSO skiljs åt av koden (0880A0010, 0880R001) och årgångarna av fältet vintage. De ligger över varandra: filtrera tabellen till en indelning och årgång innan invånare räknas.

Bara områden av samma indelning, årgång och region byts ut; de som är lika lämnas orörda. Källan har ingen folkmängd: en folkmängd som är lagrad följer sin kod och årgång.

Metod: WFS 1.1.0 sida för sida, filtrerad på län. Antalet områden måste vara det som SCB säger, varje kod och version måste vara den som efterfrågades, och varje koordinat måste ligga i Sverige med öst före nord; annars sparas ingenting. Gränserna behålls som de kommer; de når ut i havet.

Källa: SCB, öppna geodata, CC0.</translation>
    </message>
    <message>
        <source>Fetches the region's detail plans from the national geodata platform, municipality by municipality, into the workspace's table plan_items (areas, stage, dates, and all else as it was published). The table plan_checks remembers when each municipality was asked, and how many plans there were.

No hit does not mean that there is no plan: only plans delivered digitally are here, mostly adopted ones. The result says for which municipalities no digital plan was found.

STATUSES keeps only plans in these stages, as the platform writes them: påbörjad, samråd, granskning, antagen, överklagad, tillsyn, laga kraft, upphävd, avslutad; stored plans in other stages are then left as they are. MUNICIPALITIES keeps only some. DOCUMENTS is a folder for the plans' documents (plan map, description …), which may be many and large.

AUTH is an account at Lantmäteriet that has ordered the product: consumer key and secret, or user name and password (SIGN_IN).

Method: pages are followed until the service has no more; a page that comes twice, an item of another municipality or stage, or coordinates that are no SWEREF 99 TM stop the tool, and nothing is stored. Provisions are counted and left for the plan register. Source: Lantmäteriet, Nationella geodataplattformen.</source>
        <translation>Hämtar regionens detaljplaner från Nationella geodataplattformen, kommun för kommun, till arbetsytans tabell plan_items (ytor, planskede, datum och allt annat som det publicerats). Tabellen plan_checks minns när varje kommun tillfrågades och hur många planer som fanns.

Ingen träff betyder inte att det inte finns någon plan: här finns bara planer som levererats digitalt, mest antagna. Resultatet säger för vilka kommuner ingen digital plan hittades.

STATUSES tar bara med planer i dessa planskeden, som plattformen skriver dem: påbörjad, samråd, granskning, antagen, överklagad, tillsyn, laga kraft, upphävd, avslutad; sparade planer i andra skeden lämnas då som de är. MUNICIPALITIES tar bara med några kommuner. DOCUMENTS är en mapp för planernas handlingar (plankarta, planbeskrivning …), som kan vara många och stora.

AUTH är ett konto hos Lantmäteriet som har beställt produkten: konsumentnyckel och hemlighet, eller användarnamn och lösenord (SIGN_IN).

Metod: sidorna följs tills tjänsten inte har fler; en sida som kommer två gånger, en post från en annan kommun eller i ett annat skede, eller koordinater som inte är SWEREF 99 TM stoppar verktyget, och inget sparas. Bestämmelser räknas och lämnas till planregistret. Källa: Lantmäteriet, Nationella geodataplattformen.</translation>
    </message>
    <message>
        <source>Fetches what the open sources have on a region, from nothing or as a refresh: areas (DeSO, RegSO), people by square, statistics and health, facilities in OpenStreetMap, timetables, roads, published detail plans, borders and the catalogue of plan provisions. The workspace is made if it is not there.

Each source is asked by its own tool, which keeps the whole of what it fetched or nothing. A source that fails does not stop the others: OUTPUT has a row for each with what changed, or the sentence that says what happened and what to do. Run it again when that is mended; what has not changed is left untouched.

Sources with a key or an account (timetables, roads, plans, borders) are asked when one is chosen here. Sources that are switched off in the Närvård panel are left out. Files (timetable, roads, borders) are kept in FOLDER, where the roads are also compiled into a network file for the travel time tools.

Method and sources: see the help of each tool that is named in OUTPUT.</source>
        <translation>Hämtar det som de öppna källorna har om en region, från ingenting eller som en uppdatering: områden (DeSO, RegSO), invånare per ruta, statistik och hälsa, vårdenheter i OpenStreetMap, tidtabeller, vägar, publicerade detaljplaner, gränser och planbestämmelsekatalogen. Arbetsytan skapas om den inte finns.

Varje källa tillfrågas av sitt eget verktyg, som sparar hela det som hämtades eller ingenting. En källa som misslyckas stoppar inte de andra: OUTPUT har en rad för var och en med vad som ändrades, eller meningen som säger vad som hände och vad du kan göra. Kör igen när det är åtgärdat; det som inte har ändrats rörs inte.

Källor med nyckel eller konto (tidtabeller, vägar, planer, gränser) tillfrågas när ett sådant är valt här. Källor som är avstängda i panelen Närvård hoppas över. Filer (tidtabell, vägar, gränser) läggs i FOLDER, där vägarna också görs till en vägnätsfil för restidsverktygen.

Metod och källor: se hjälpen till varje verktyg som nämns i OUTPUT.</translation>
    </message>
    <message>
        <source>Fewer years or indicators are fewer figures.</source>
        <translation>Färre år eller mått ger färre uppgifter.</translation>
    </message>
    <message>
        <source>Fewest people that are told</source>
        <translation>Minsta antal personer som visas</translation>
    </message>
    <message>
        <source>Fewest people told</source>
        <translation>Minsta antal personer som redovisas</translation>
    </message>
    <message>
        <source>Fewest units with enough patients</source>
        <translation>Så få vårdenheter som möjligt med tillräckligt många patienter</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Fields that I name</source>
        <translation>Fält som jag anger</translation>
    </message>
    <message>
        <source>Fields that only the frozen layer has: {list}.</source>
        <translation>Fält som bara det frysta lagret har: {list}.</translation>
    </message>
    <message>
        <source>Fields that only the later result has: {list}.</source>
        <translation>Fält som bara det senare resultatet har: {list}.</translation>
    </message>
    <message>
        <source>Fields: {fields}</source>
        <translation>Fält: {fields}</translation>
    </message>
    <message>
        <source>Fifth {n} by access (5 = the poorest): net migration {net} people, {rate} per 1 000.</source>
        <translation>Femtedel {n} efter geografisk tillgänglighet (5 = sämst): flyttnetto {net} personer, {rate} per 1 000.</translation>
    </message>
    <message>
        <source>Fifth {n} by access (5 = the poorest): no area.</source>
        <translation>Femtedel {n} efter geografisk tillgänglighet (5 = sämst): inget område.</translation>
    </message>
    <message>
        <source>Fifths and concentration curve</source>
        <translation>Femtedelar och koncentrationskurva</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Siffra</translation>
    </message>
    <message>
        <source>Figure (field)</source>
        <translation>Siffra (fält)</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Siffror</translation>
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
        <source>Figures of {date}.</source>
        <translation>Uppgifter från {date}.</translation>
    </message>
    <message>
        <source>Figures outside their vintage's years</source>
        <translation>Siffror utanför årgångens år</translation>
    </message>
    <message>
        <source>Figures, one field each</source>
        <translation>Siffror, ett fält för varje</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Files that are not as they were frozen</source>
        <translation>Filer som inte är som de frystes</translation>
    </message>
    <message>
        <source>Files, with ; between</source>
        <translation>Filer, med ; emellan</translation>
    </message>
    <message>
        <source>Fill in one row per facility in the first table. Name and type are needed, the rest when you know it. Leave blank what you do not know; never write 0 for it.</source>
        <translation>Fyll i en rad per vårdenhet i den första tabellen. Namn och typ behövs, resten när du vet det. Lämna tomt det du inte vet; skriv aldrig 0 för det.</translation>
    </message>
    <message>
        <source>Filter the table, or name the field that tells the rows apart (such as sex or age) among the variables.</source>
        <translation>Filtrera tabellen, eller ange fältet som skiljer raderna åt (till exempel kön eller ålder) bland variablerna.</translation>
    </message>
    <message>
        <source>Finds areas whose value and whose neighbours' values are alike, or unlike, more than chance would have it: neighbourhoods of great need that hang together, and single areas that differ from all around them.

METHOD moran (local Moran) tells four kinds: high_high (high among high), low_low, and the outliers high_low (a high area among low ones) and low_high. METHOD gistar (Getis–Ord Gi*) tells hot and cold: the area and its neighbours together. High and low are over and under the mean of all areas, each area counted once. What is coloured are the cores: the neighbours of a core belong to its cluster, though they may not be coloured.

A map of counts shows where people live. To ask about need, give a share or a number per person as VALUE, or a count as VALUE and the people as DENOMINATOR. Shares of few people vary by chance alone.

p_value is the two-sided chance of such neighbours: the area stays, its neighbours are drawn PERMUTATIONS times from all the other areas, the same way for the same SEED and whatever the order of the rows; draws as high as what was found count on both sides. With FDR, p_adjusted (Benjamini–Hochberg) must be at most SIGNIFICANCE, so that of the areas pointed out only that share is expected to be chance; without it p_value must be, and at 0.05 one area in twenty is pointed out where there is no pattern at all. not_significant does not say that an area is like the mean. It also stands where one extreme value makes the word and p point different ways: neighbours that would be called low, but are higher than chance would have it. An area without neighbours is island and one without value no_value: neither has a statistic or p.

GLOBAL_I is Moran's I of the whole map, with row-standardised weights; the table GLOBAL has it with binary weights too, which gives another number.

Figures from the library esda 2.9.0 differ where it departs from the sources: its p is one-tailed, an area without neighbours gets p 0.001, equal values count on one side only, and Gi* with row-standardised weights has another variance than Ord and Getis's.

Method: Anselin's local Moran, Ord and Getis's Gi* as z, conditional permutation.</source>
        <translation>Hittar områden vars värde och grannarnas värden är mer lika, eller olika, än vad slumpen skulle ge: områden med stort vårdbehov som hänger ihop, och enstaka områden som skiljer sig från allt omkring.

METHOD moran (lokal Moran) visar fyra slag: high_high (hög bland höga), low_low (låg bland låga), och avvikarna high_low (ett högt område bland låga) och low_high. METHOD gistar (Getis–Ord Gi*) visar hot och cold: området och dess grannar tillsammans. Högt och lågt är över och under medelvärdet för alla områden, där varje område räknas en gång. Det som färgläggs är klustrens kärnor: en kärnas grannar hör till klustret även när de inte är färglagda.

En karta över antal visar var invånarna bor. För att fråga om vårdbehov, ange en andel eller ett tal per invånare som VALUE, eller ett antal som VALUE och invånarna som DENOMINATOR. Andelar av få invånare varierar av ren slump.

p_value är den tvåsidiga sannolikheten för sådana grannar: området ligger fast, dess grannar dras PERMUTATIONS gånger bland alla andra områden, på samma sätt för samma SEED och oberoende av radernas ordning; dragningar som är lika höga som det som hittades räknas på båda sidor. Med FDR ska p_adjusted (Benjamini–Hochberg) vara högst SIGNIFICANCE, så att bara den andelen av de utpekade områdena väntas vara slump; utan FDR gäller det p_value, och vid 0,05 pekas ett område av tjugo ut även när det inte finns något mönster alls. not_significant betyder inte att området är som medelvärdet. Det anges också där ett extremt värde gör att ordet och p pekar åt olika håll: grannar som skulle kallas låga men är högre än slumpen ger. Ett område utan grannar är island och ett utan värde no_value: inget av dem har mått eller p.

GLOBAL_I är Morans I för hela kartan med radstandardiserade vikter; tabellen GLOBAL har det också med binära vikter, vilket ger ett annat tal.

Siffror från programbiblioteket esda 2.9.0 skiljer sig där det avviker från källorna: dess p är ensidigt, ett område utan grannar får p 0,001, lika värden räknas bara på en sida, och Gi* med radstandardiserade vikter har en annan varians än Ords och Getis.

Metod: Anselins lokala Moran, Ord och Getis Gi* som z, betingad permutation.</translation>
    </message>
    <message>
        <source>Finds where areas with great challenges lie by each other, more than chance would have it, and tells how unevenly a group of people lives among all the areas.

The map has the cores: high_high is a high value among high ones, low_low a low one among low, high_low and low_high areas that differ from all around them. A core's neighbours belong to its cluster though they may not be coloured. In the table, look first at dissimilarity: the share of the group that would have to move for it to be evenly spread; reading says it in words.

High is over the mean of the areas in AREAS, each counted once: it is relative, and not_significant does not say that an area has no challenges. With few areas and control of false findings only the strongest clusters are found. Both answers depend on how the borders are drawn, how large the areas are, and the first on which areas count as neighbours. A group counted among adults only, such as those with short education, has children in its denominator when TOTAL is everybody. Neither says why people live where they do.

Method: local Moran with conditional permutation and FDR; measures of segregation as in the open package segregation.</source>
        <translation>Hittar var områden med stora utmaningar ligger intill varandra, mer än slumpen skulle ge, och visar hur ojämnt en grupp invånare är fördelad mellan områdena.

Kartan har kärnorna: high_high är ett högt värde bland höga, low_low ett lågt bland låga, high_low och low_high områden som skiljer sig från alla omkring. En kärnas grannar hör till dess kluster även när de inte är färglagda. Titta först på dissimilarity i tabellen: den andel av gruppen som skulle behöva flytta för att bo jämnt fördelad; reading förklarar det i ord.

Högt är över medelvärdet för områdena i AREAS, där varje område räknas en gång: det är relativt, och not_significant betyder inte att ett område saknar utmaningar. Med få områden och kontroll av falska fynd hittas bara de starkaste klustren. Båda svaren beror på hur gränserna är dragna och hur stora områdena är, och det första på vilka områden som räknas som grannar. En grupp som bara räknas bland vuxna, till exempel lågutbildade, har barn i nämnaren när TOTAL är alla. Inget av svaren visar varför människor bor där de bor.

Metod: lokal Moran med betingad permutation och FDR; segregationsmått som i det öppna paketet segregation.</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Första</translation>
    </message>
    <message>
        <source>First checks the SHA-256 of every file of a basis made by freezebasis, and says which have been changed, are missing, or were not there when it was frozen. A basis that has been changed is not compared with; VERIFY_ONLY stops here and lists the files in OUTPUT. With WORKSPACE the manifest itself is checked too, against the checksum that the workspace keeps.

Then INPUT, a later result, is compared row by row (by ID_FIELD) with the frozen layer LAYER. Blank = the frozen one of the same name, or the only one with the same fields. OUTPUT has a row per row that was added or removed, and per value that changed: id, what, field, before, after and difference. Geometry is compared to the millimetre. SUMMARY has per field how many rows changed, the largest difference and the sums before and after. Fields that only one of them has are told.

Method: numbers that differ by less than TOLERANCE of the larger are the same number reckoned twice; no value is only like no value. Source: the frozen basis and INPUT.</source>
        <translation>Kontrollerar först SHA-256 för varje fil i ett underlag gjort med freezebasis, och säger vilka som har ändrats, saknas eller inte fanns när det frystes. Med ett underlag som har ändrats jämförs ingenting; VERIFY_ONLY stannar här och listar filerna i OUTPUT. Med WORKSPACE kontrolleras även själva manifestet, mot den kontrollsumma som arbetsytan sparar.

Sedan jämförs INPUT, ett senare resultat, rad för rad (med ID_FIELD) med det frysta lagret LAYER. Tomt = det frysta med samma namn, eller det enda med samma fält. OUTPUT har en rad per rad som tillkommit eller tagits bort, och per värde som ändrats: id, vad som hänt, fält, före, efter och skillnad. Geometri jämförs på millimetern. SUMMARY har per fält hur många rader som ändrats, den största skillnaden och summorna före och efter. Fält som bara det ena har redovisas.

Metod: tal som skiljer sig med mindre än TOLERANCE av det större är samma tal räknat två gånger; inget värde är lika bara med inget värde. Källa: det frysta underlaget och INPUT.</translation>
    </message>
    <message>
        <source>First departure (HH:MM)</source>
        <translation>Första avgång (TT:MM)</translation>
    </message>
    <message>
        <source>First year</source>
        <translation>Första året</translation>
    </message>
    <message>
        <source>Fixed sites (field)</source>
        <translation>Låsta platser (fält)</translation>
    </message>
    <message>
        <source>Floor (kronor per listed)</source>
        <translation>Golv (kronor per listad)</translation>
    </message>
    <message>
        <source>Floor (operations per year)</source>
        <translation>Golv (åtgärder per år)</translation>
    </message>
    <message>
        <source>Floor or ceiling and the largest change contradict each other for {n} units: {list}. Change one of them.</source>
        <translation>Golv eller tak och största förändring motsäger varandra för dessa vårdenheter ({n} st): {list}. Ändra något av dem.</translation>
    </message>
    <message>
        <source>Floor, ceiling and largest change leave no way to share the pot: the smallest possible pot is {smallest} kronor and the largest {largest}. Change the pot or the bounds.</source>
        <translation>Golv, tak och största förändring gör att potten inte kan fördelas: minsta möjliga pott är {smallest} kronor och största {largest}. Ändra potten eller gränserna.</translation>
    </message>
    <message>
        <source>Floor, second rule (kronor per listed)</source>
        <translation>Golv, andra regeln (kronor per listad)</translation>
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
        <source>Folder for a copy of the timetable</source>
        <translation>Mapp för en kopia av tidtabellen</translation>
    </message>
    <message>
        <source>Folder for files</source>
        <translation>Mapp för filer</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Mapp för filerna</translation>
    </message>
    <message>
        <source>Folder for the plans' documents</source>
        <translation>Mapp för planernas handlingar</translation>
    </message>
    <message>
        <source>Folder for the road network</source>
        <translation>Mapp för vägnätet</translation>
    </message>
    <message>
        <source>Folder of the basis</source>
        <translation>Underlagets mapp</translation>
    </message>
    <message>
        <source>Folkhälsomyndigheten: table and values</source>
        <translation>Folkhälsomyndigheten: tabell och värden</translation>
    </message>
    <message>
        <source>Follow-up (table)</source>
        <translation>Uppföljning (tabell)</translation>
    </message>
    <message>
        <source>Follow-up of the development grant</source>
        <translation>Uppföljning av utvecklingspengen</translation>
    </message>
    <message>
        <source>Follow-up per effort and indicator</source>
        <translation>Uppföljning per insats och mått</translation>
    </message>
    <message>
        <source>Follow-up per unit and effort</source>
        <translation>Uppföljning per vårdenhet och insats</translation>
    </message>
    <message>
        <source>For a table with one row per RegSO and year.</source>
        <translation>För en tabell med en rad per RegSO och år.</translation>
    </message>
    <message>
        <source>For a table with one row per area.</source>
        <translation>För en tabell med en rad per område.</translation>
    </message>
    <message>
        <source>For a table with one row per figure.</source>
        <translation>För en tabell med en rad per siffra.</translation>
    </message>
    <message>
        <source>For a table with one row per figure: fields such as age and sex.</source>
        <translation>För en tabell med en rad per siffra: fält som ålder och kön.</translation>
    </message>
    <message>
        <source>For areas whose code does not begin with that of the municipality or county.</source>
        <translation>För områden vars kod inte börjar med kommunens eller länets.</translation>
    </message>
    <message>
        <source>For delta. The polygons may hold sea and lakes.</source>
        <translation>För delta. Ytorna kan innehålla hav och sjöar.</translation>
    </message>
    <message>
        <source>For each square: how large a share of the K people who live nearest belong to a group. Borders of areas play no part, so the neighbourhood is the same for two people on either side of one.

POINTS are the squares of a population grid, as points or polygons, with the number of people (TOTAL) and of the group among them (NUMERATOR). K is one or several numbers of people, such as 200,400,1600.

OUTPUT is the squares with, for each K, share_k (0–1), people_k (people reached), radius_k (metres out to the last of them; 0 = the own square is enough) and all_k (true where K is everybody in the layer or more). Squares equally far away are taken together; TIE says whether the last such ring counts in part, so that exactly K people are reached, or whole.

Use counts per square, not DeSO figures. A DeSO holds 700 to 2 700 people: where its figures have only been spread on its squares, a smaller neighbourhood gives back the DeSO. The tool tells when the shares are equal all over each area (POINT_AREA). Where there are no counts per square, leave NUMERATOR blank and give AREAS: the area's share is then spread on its squares, and the result says so in its name. With POINT_AREA the result has area_share, the share in the square's whole area, and only_area_k, true where the neighbourhood tells no more than that.

SCB perturbs small numbers, so the group can exceed the people of a square. It is then counted as all of them, marked in capped, counted and listed. A missing or negative number stops the tool, as every neighbour's result depends on it. People outside the layer are missing: near its edge radius_k is too long, so take squares from the neighbour region too.

Method: k nearest neighbours as in EquiPop (John Östh), whose figures it reproduces; coordinates are rounded to quarter metres, so that squares equally far away are seen as such.</source>
        <translation>För varje ruta: hur stor andel av de K invånare som bor närmast som hör till en grupp. Områdesgränser spelar ingen roll, så grannskapet är detsamma för två invånare på var sin sida om en gräns.

POINTS är befolkningsrutor, som punkter eller ytor, med antal invånare (TOTAL) och hur många av dem som hör till gruppen (NUMERATOR). K är ett eller flera antal invånare, till exempel 200,400,1600.

OUTPUT är rutorna med, för varje K, share_k (0–1), people_k (invånare som nås), radius_k (meter ut till den sista av dem; 0 = den egna rutan räcker) och all_k (sant när K är alla i lagret eller fler). Rutor på samma avstånd räknas tillsammans; TIE anger om den sista ringen räknas till en del, så att precis K invånare nås, eller hel.

Använd antal per ruta, inte uppgifter per DeSO. Ett DeSO har 700 till 2 700 invånare: där dess uppgifter bara har spridits på rutorna ger ett mindre grannskap bara tillbaka DeSO-områdets andel. Verktyget säger till när andelen är densamma överallt i varje område (POINT_AREA). Finns inga antal per ruta, lämna NUMERATOR tomt och ange AREAS: då sprids områdets andel på dess rutor, och resultatet säger det i sitt namn. Med POINT_AREA får resultatet area_share, andelen i rutans hela område, och only_area_k, sant när grannskapet inte säger mer än så.

SCB ändrar små tal slumpmässigt (röjandeskydd), så gruppen kan vara fler än rutans invånare. Den räknas då som alla, märks i capped, räknas och listas. Ett antal som saknas eller är negativt stoppar verktyget, eftersom varje grannes resultat beror på det. Invånare utanför lagret saknas: nära dess kant blir radius_k för lång, så ta med rutor även från grannregionen.

Metod: k närmaste grannar som i EquiPop (John Östh), vars siffror återskapas; koordinater avrundas till kvartsmeter, så att rutor på samma avstånd ses som det.</translation>
    </message>
    <message>
        <source>For example 08, or 08;05. Blank = all.</source>
        <translation>Till exempel 08 eller 08;05. Tomt = alla.</translation>
    </message>
    <message>
        <source>For example 1;1;-0,5. A negative weight turns a variable where lower is worse.</source>
        <translation>Till exempel 1;1;-0,5. En negativ vikt vänder en variabel där lägre är sämre.</translation>
    </message>
    <message>
        <source>For example the people, where the value is a count. An area where it is 0 or empty has no value.</source>
        <translation>Till exempel antal invånare, när värdet är ett antal. Ett område där det är 0 eller tomt får inget värde.</translation>
    </message>
    <message>
        <source>For excess, tariff and step, on the scale of the index. An index on the threshold is not over it.</source>
        <translation>För överskott, tariff och steg, på indexets skala. Ett index på tröskeln är inte över den.</translation>
    </message>
    <message>
        <source>For how many of them is the travel unknown?</source>
        <translation>För hur många av dem är restiden okänd?</translation>
    </message>
    <message>
        <source>For messages, for ties, and to find the rows of PREVIOUS.</source>
        <translation>Används i meddelanden, vid lika tal och för att hitta raderna i PREVIOUS.</translation>
    </message>
    <message>
        <source>For neutral: 0.1 moves a tenth of the pot by the index; the rest goes by listed alone.</source>
        <translation>För neutral: 0,1 fördelar en tiondel av potten efter indexet; resten fördelas efter enbart listade.</translation>
    </message>
    <message>
        <source>For neutral; the rest goes by listed alone.</source>
        <translation>För neutral; resten fördelas efter enbart listade.</translation>
    </message>
    <message>
        <source>For rows without a word of their own. Blank = not told.</source>
        <translation>För rader som inte anger det själva. Tomt = inte angivet.</translation>
    </message>
    <message>
        <source>For rows without their own; blank = the preset's or the file's name.</source>
        <translation>För rader utan egen; tomt = mallens eller filens namn.</translation>
    </message>
    <message>
        <source>For step: what the price is paid for, such as listing points weighted by age. Blank = one per listed.</source>
        <translation>För steg: det som priset betalas för, till exempel listningspoäng viktade med ålder. Tomt = en per listad.</translation>
    </message>
    <message>
        <source>For tables without a type; a row's own word goes before it.</source>
        <translation>För tabeller utan typ; radens eget ord går före.</translation>
    </message>
    <message>
        <source>For tariff: kronor per listed and index point over the threshold. For step: kronor per listed. The same for both rules.</source>
        <translation>För tariff: kronor per listad och indexenhet över tröskeln. För steg: kronor per listad. Samma för båda reglerna.</translation>
    </message>
    <message>
        <source>For tariff: kronor per listed and index point over the threshold. For step: kronor per point. For the same time as the result, so a price per month × 12.</source>
        <translation>För tariff: kronor per listad och indexenhet över tröskeln. För steg: kronor per poäng. För samma tid som resultatet, så ett pris per månad × 12.</translation>
    </message>
    <message>
        <source>For the indices of Erreygers and Wagstaff; blank = 0.</source>
        <translation>För Erreygers och Wagstaffs index; tomt = 0.</translation>
    </message>
    <message>
        <source>For the nearest areas (knn).</source>
        <translation>För de närmaste områdena (knn).</translation>
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
        <source>For the rule acg.</source>
        <translation>För regeln acg.</translation>
    </message>
    <message>
        <source>For the rule acg: the weight of illness per listed.</source>
        <translation>För regeln acg: vårdtyngden per listad.</translation>
    </message>
    <message>
        <source>For the rule acg; what is left goes by listed alone.</source>
        <translation>För regeln acg; det som är kvar fördelas efter enbart listade.</translation>
    </message>
    <message>
        <source>For the same; blank = the largest value found.</source>
        <translation>För samma index; tomt = det största värdet.</translation>
    </message>
    <message>
        <source>For the words of the page; changes no number.</source>
        <translation>För sidans text; ändrar inga siffror.</translation>
    </message>
    <message>
        <source>For those who have no other choice today.</source>
        <translation>För dem som inte har något annat val i dag.</translation>
    </message>
    <message>
        <source>For {n} units the amount of some year is not told, so there were at least so many kronor.</source>
        <translation>För {n} vårdenheter är beloppet inte angivet för något år, så summan är minst så många kronor.</translation>
    </message>
    <message>
        <source>Forecast (table)</source>
        <translation>Prognos (tabell)</translation>
    </message>
    <message>
        <source>Forecast by age (table)</source>
        <translation>Prognos per ålder (tabell)</translation>
    </message>
    <message>
        <source>Forecasts (workspace)</source>
        <translation>Prognoser (arbetsyta)</translation>
    </message>
    <message>
        <source>Form of operation (driftsform)</source>
        <translation>Driftsform</translation>
    </message>
    <message>
        <source>Form of operation, driftsform (field)</source>
        <translation>Driftsform (fält)</translation>
    </message>
    <message>
        <source>Form of the table</source>
        <translation>Tabellens form</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Found by its codes or its name where it is blank.</source>
        <translation>Letas upp via koderna eller namnet om det lämnas tomt.</translation>
    </message>
    <message>
        <source>Found in the map, before comparing with your register: {list}.</source>
        <translation>Finns i kartan, före jämförelsen med ert register: {list}.</translation>
    </message>
    <message>
        <source>Four digits.</source>
        <translation>Fyra siffror.</translation>
    </message>
    <message>
        <source>Four rising numbers. With ; between them they may have decimal commas.</source>
        <translation>Fyra stigande tal. Med ; emellan får de ha decimalkomma.</translation>
    </message>
    <message>
        <source>Fourth</source>
        <translation>Fjärde</translation>
    </message>
    <message>
        <source>Freeze a basis for a decision</source>
        <translation>Frys ett underlag för ett beslut</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>fre</translation>
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
        <source>From SCB, for the same year as the numbers of people. It is on the scale points per person.</source>
        <translation>Från SCB, för samma år som antalen personer, på skalan poäng per person.</translation>
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
        <source>From the layer {name}.</source>
        <translation>Ur lagret {name}.</translation>
    </message>
    <message>
        <source>From the region's own care data: service, age_group (as the columns of PEOPLE), per_person (a year).</source>
        <translation>Från regionens egna vårddata: service, age_group (som kolumnerna i PEOPLE), per_person (per år).</translation>
    </message>
    <message>
        <source>From unit</source>
        <translation>Från enhet</translation>
    </message>
    <message>
        <source>From {before} ({first}) to {after} ({last}): {direction}.</source>
        <translation>Från {before} ({first}) till {after} ({last}): {direction}.</translation>
    </message>
    <message>
        <source>From {first} to {second}: {gain} units gain {gained} kronor and {lose} lose {lost}.</source>
        <translation>Från {first} till {second}: {gain} vårdenheter vinner {gained} kronor och {lose} förlorar {lost}.</translation>
    </message>
    <message>
        <source>From, id</source>
        <translation>Från, id</translation>
    </message>
    <message>
        <source>Frozen basis (folder, or its underlag.json)</source>
        <translation>Fryst underlag (mapp, eller dess underlag.json)</translation>
    </message>
    <message>
        <source>Frozen basis of region {region}. {date}, by {who}.</source>
        <translation>Fryst underlag för region {region}. {date}, av {who}.</translation>
    </message>
    <message>
        <source>Frozen basis {reference} {name}, {date}, by {who}: {n} files.</source>
        <translation>Fryst underlag {reference} {name}, {date}, av {who}: {n} filer.</translation>
    </message>
    <message>
        <source>Frozen layer</source>
        <translation>Fryst lager</translation>
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
        <source>GRID is not used: METHOD is areal. Choose dasymetric to spread people as GRID does.</source>
        <translation>GRID används inte: METHOD är areal. Välj dasymetric för att sprida invånarna som i GRID.</translation>
    </message>
    <message>
        <source>Gainers and losers by area type</source>
        <translation>Vilka som får närmare och längre, efter områdestyp</translation>
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
        <source>Gathers what people at points have, such as minutes to the nearest health centre, into their areas: the mean, median and 90th percentile over the people, so that it can be set beside the areas' need.

A point belongs to the area whose code it has in POINT_AREA. A point without a VALUE is somebody without reach: those people are in no mean, are counted in population_without, and count as past LIMIT. OUTPUT is the areas with population_with and population_without, mean, median, p90 and, where LIMIT is given, share_past.

Points of no area in AREAS, and areas without any point, are counted and listed; the latter have no mean. Points and areas that say different vintages are refused: the same code may name other land in another.

Method: Σ people × value / Σ people, over people with a value; quantiles are the smallest value that holds the share of the people.</source>
        <translation>Sammanfattar värden för invånare i punkter, till exempel restid i minuter till närmaste vårdcentral, per område: medelvärde, median och 90:e percentil för invånarna, så att de kan ställas bredvid områdenas vårdbehov.

En punkt hör till det område vars kod den har i POINT_AREA. En punkt utan VALUE står för invånare som inte når dit: de ingår inte i medelvärdet, räknas i population_without och räknas som över LIMIT. OUTPUT är områdena med population_with och population_without, mean, median, p90 och, om LIMIT anges, share_past.

Punkter som inte hör till något område i AREAS, och områden utan någon punkt, räknas och listas; de senare får inget medelvärde. Punkter och områden som anger olika årgångar avvisas: samma kod kan avse annan mark i en annan.

Metod: Σ invånare × värde / Σ invånare, för invånare med ett värde; en kvantil är det minsta värde som omfattar andelen av invånarna.</translation>
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
        <source>Generalised county borders are off by as much as 2.5 km at the coast.</source>
        <translation>Generaliserade länsgränser ligger upp till 2,5 km fel vid kusten.</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>Geographical access (supply per {per} of demand)</source>
        <translation>Geografisk tillgänglighet (utbud per {per} i efterfrågan)</translation>
    </message>
    <message>
        <source>Geography of care</source>
        <translation>Vårdens geografi</translation>
    </message>
    <message>
        <source>Geography of health</source>
        <translation>Hälsans geografi</translation>
    </message>
    <message>
        <source>Get the counts as added fields; without them the result is a table.</source>
        <translation>Får antalen som nya fält; utan dem blir resultatet en tabell.</translation>
    </message>
    <message>
        <source>Getis–Ord Gi*: hot and cold spots</source>
        <translation>Getis–Ord Gi*: höga och låga värden samlade (heta och kalla punkter)</translation>
    </message>
    <message>
        <source>Gini coefficient</source>
        <translation>Ginikoefficient</translation>
    </message>
    <message>
        <source>Give AREA_CODE or PLACE_CODE, so that each area finds its forecast.</source>
        <translation>Ange AREA_CODE eller PLACE_CODE, så att varje område hittar sin prognos.</translation>
    </message>
    <message>
        <source>Give GROUP_BEFORE as many fields as GROUP, in the same order, and TOTAL_BEFORE; or neither of them.</source>
        <translation>Ange lika många fält i GROUP_BEFORE som i GROUP, i samma ordning, och TOTAL_BEFORE; eller ingetdera.</translation>
    </message>
    <message>
        <source>Give INDICATORS a subject first, such as dodsorsaker;matt=1. Subjects: {list}.</source>
        <translation>Ange först ett ämne i INDICATORS, till exempel dodsorsaker;matt=1. Ämnen: {list}.</translation>
    </message>
    <message>
        <source>Give INDICATORS the ids of key figures, such as N00001, with ; between.</source>
        <translation>Ange nyckeltalens id i INDICATORS, till exempel N00001, med ; mellan.</translation>
    </message>
    <message>
        <source>Give INDICATORS the path of a table or folder, such as A_Folkhalsodata; a folder is told with what it holds.</source>
        <translation>Ange sökvägen till en tabell eller mapp i INDICATORS, till exempel A_Folkhalsodata; för en mapp visas vad den innehåller.</translation>
    </message>
    <message>
        <source>Give TABLE_ID the id of a table, such as TAB6574, or words to find one by.</source>
        <translation>Ange en tabells id i TABLE_ID, till exempel TAB6574, eller ord att hitta en med.</translation>
    </message>
    <message>
        <source>Give VINTAGE: an area code says nothing without the vintage of its division.</source>
        <translation>Ange VINTAGE: en områdeskod säger ingenting utan indelningens årgång.</translation>
    </message>
    <message>
        <source>Give both REFERENCE_MEAN and REFERENCE_DEVIATION, the latter above 0, or neither.</source>
        <translation>Ange både REFERENCE_MEAN och REFERENCE_DEVIATION, den senare över 0, eller ingen av dem.</translation>
    </message>
    <message>
        <source>Give either INPUT (a layer, CSV or Excel file) or FILE, so that it is clear what is read.</source>
        <translation>Ange antingen INPUT (ett lager, en CSV- eller Excelfil) eller FILE, så att det är klart vad som läses.</translation>
    </message>
    <message>
        <source>Give either INPUT (polygons) or TABLE (a list of codes), so that it is clear what the zones are.</source>
        <translation>Ange antingen INPUT (ytor) eller TABLE (en lista över koder), så att det är klart vad zonerna är.</translation>
    </message>
    <message>
        <source>Give either NUMERATOR, or AREAS with figures to spread on the squares.</source>
        <translation>Ange antingen NUMERATOR, eller AREAS med uppgifter att sprida på rutorna.</translation>
    </message>
    <message>
        <source>Give either VALUES (one field per figure) or VALUE (one row per figure).</source>
        <translation>Ange antingen VALUES (ett fält per siffra) eller VALUE (en rad per siffra).</translation>
    </message>
    <message>
        <source>Give either WORKSPACE or FOLLOWUP, so that it is clear which follow-up holds.</source>
        <translation>Ange antingen WORKSPACE eller FOLLOWUP, så att det är klart vilken uppföljning som gäller.</translation>
    </message>
    <message>
        <source>Give either WORKSPACE or TARGETS, so that it is clear which target values hold.</source>
        <translation>Ange antingen WORKSPACE eller TARGETS, så att det är klart vilka målvärden som gäller.</translation>
    </message>
    <message>
        <source>Give every facility an id that it keeps, such as its HSA-id: the same id in a later file changes the facility instead of adding one.</source>
        <translation>Ge varje vårdenhet ett id som den behåller, till exempel HSA-id: samma id i en senare fil ändrar vårdenheten i stället för att lägga till en.</translation>
    </message>
    <message>
        <source>Gives a facility of the workspace its place on the map: one that was imported without coordinates, or one that lies wrong.

FACILITY_ID is its id, as in the table that importfacilities calls UNPLACED. POINT is picked on the map, in any reference system, and kept in SWEREF 99 TM. The facility then says that its place is known by hand, and a later import leaves it where it is, unless the source brings coordinates of its own; then the import says that it moved.

X, Y and how far the place lies outside the workspace's areas (0 = inside; blank = there are no areas) are told.

Method: one row changed in one transaction. Source: the one who places it.</source>
        <translation>Ger en vårdenhet i arbetsytan dess läge på kartan: en som importerades utan koordinater, eller en som ligger fel.

FACILITY_ID är dess id, som i tabellen som importfacilities kallar UNPLACED. POINT väljs på kartan, i vilket referenssystem som helst, och sparas i SWEREF 99 TM. Vårdenheten säger då att läget är satt för hand, och en senare import låter den ligga, om inte källan har egna koordinater; då säger importen att den flyttades.

X, Y och hur långt läget är utanför arbetsytans områden (0 = innanför; tomt = det finns inga områden) anges.

Metod: en rad ändras i en transaktion. Källa: den som placerar.</translation>
    </message>
    <message>
        <source>Gives areas the people of coming years under a forecast for their municipality or county.

A forecast says how many people a place will have, not where in it they will live. It is shared out by the areas' people today, plus those that plans add (PLANNED), so that the areas of a municipality sum to its forecast. With AGE_FIELDS each age group is shared out by itself, so that areas with many old people today grow old; planned people have the ages of their area, or of all areas where nobody lives today.

FORECAST has one row per place and year, and per age group where FORECAST_AGE is given. An area takes the forecast whose code its own code begins with: its municipality's if the table has any, else its county's; the two are never mixed. YEAR is one year or several with ; between them. A year between two of the forecast lies on a straight line, which is said; a year outside it stops the tool.

OUTPUT is the areas with population_2030 and so on. An area without a forecast, or without people to share by, has no value: it is counted and listed.

Read with care: the farther ahead and the smaller the area, the less the figure says. New dwellings move people more than anything; give them as PLANNED.

Method: population_y(a) = w(a) / Σ w(place) × forecast_y(place), w = people today + planned.</source>
        <translation>Ger områden invånare för kommande år enligt en prognos för kommunen eller länet.

En prognos säger hur många invånare en kommun får, inte var i kommunen de kommer att bo. Den fördelas efter områdenas invånare i dag, plus dem som planer tillför (PLANNED), så att områdena i en kommun tillsammans blir kommunens prognos. Med AGE_FIELDS fördelas varje åldersgrupp för sig, så att områden med många äldre i dag också åldras; planerade invånare får sitt områdes åldrar, eller alla områdens där ingen bor i dag.

FORECAST har en rad per kommun eller län och år, och per åldersgrupp om FORECAST_AGE anges. Ett område får den prognos vars kod den egna koden börjar med: kommunens om tabellen har sådana, annars länets; de två blandas aldrig. YEAR är ett år eller flera med ; emellan. Ett år mellan två prognosår läggs på en rät linje, vilket anges i loggen; ett år utanför prognosen stoppar verktyget.

OUTPUT är områdena med population_2030 och så vidare. Ett område utan prognos, eller utan invånare att fördela efter, får inget värde: det räknas och listas.

Läs med försiktighet: ju längre fram och ju mindre området är, desto mindre säger siffran. Nya bostäder flyttar invånare mer än något annat; ange dem som PLANNED.

Metod: population_y(a) = w(a) / Σ w(kommun) × prognos_y(kommun), w = invånare i dag + planerade.</translation>
    </message>
    <message>
        <source>Gives every place its level of care, says what it lacks, and draws the links between places: the nodes of a structure picture (strukturbild).

PLACES is points, such as towns and villages (make points of polygons first), FACILITIES the facilities with their type, and SERVICES what they offer (facility_id, service, care_form, from_year, to_year). A facility belongs to the nearest place within MAX_DISTANCE, in a straight line; those that belong to none are counted and listed. With YEAR only what stands and is offered that year counts, so that a scenario (Apply a scenario) can be held against today.

RULES is a file (JSON) that says which functions make each level; blank = the plugin's own example, with five levels: regional centre, subregional centre, place with local hospital care, service place, and service near home. Which levels there are, and what makes them, is for the region to decide: copy resources/data/service_levels.json, change it, and choose it here. A mistake in it is named with its place in the file.

OUTPUT is the places with level (1 = the highest; empty = none), level_name, services (what it has), lacking (what its own level should have besides, and it lacks), missing (what the next level up would require), facilities, and the nearest place of a higher level (superior_id, superior_name, superior_metres); place_name repeats its name. LINKS are lines from each place to that place. MISSING has one row per place and function that it lacks, with the nearest place that has it. SUMMARY counts places and people per level.

Method: a place has the highest level of which it has every required function; a function is there when a facility of one of its types, or one of its services, is. Distances are straight, not by road. Opening hours, volume and staffing do not count. For the catchment of each node, give OUTPUT as FACILITIES to Catchments.</source>
        <translation>Ger varje ort en servicenivå för vård, visar vad den saknar och ritar länkarna mellan orterna: noderna i en strukturbild.

PLACES är punkter, till exempel tätorter och småorter (gör först punkter av ytor), FACILITIES är vårdenheterna med typ, och SERVICES deras utbud (facility_id, service, care_form, from_year, to_year). En vårdenhet hör till den närmaste orten inom MAX_DISTANCE, fågelvägen; de som inte hör till någon räknas och listas. Med YEAR räknas bara det som finns och erbjuds det året, så att ett scenario (Tillämpa ett scenario) kan ställas mot i dag.

RULES är en fil (JSON) som anger vilka funktioner som utgör varje nivå; tomt = tilläggets eget exempel med fem nivåer: regioncentrum, länsdelscentrum, närsjukvårdsort, serviceort och närservice. Vilka nivåer som finns, och vad som utgör dem, bestämmer regionen: kopiera resources/data/service_levels.json, ändra den och välj den här. Var ett fel finns i filen anges.

OUTPUT är orterna med level (1 = högst; tomt = ingen), level_name, services (vad orten har), lacking (vad den egna nivån också bör ha men orten saknar), missing (vad nästa nivå uppåt skulle kräva), facilities och den närmaste orten på en högre nivå (superior_id, superior_name, superior_metres); place_name upprepar ortens namn. LINKS är linjer från varje ort till den orten. MISSING har en rad per ort och funktion som den saknar, med den närmaste ort som har den. SUMMARY räknar orter och invånare per nivå.

Metod: en ort har den högsta nivå för vilken den har alla funktioner som krävs; en funktion finns när det finns en vårdenhet av någon av dess typer, eller någon av dess funktioner och specialiteter i SERVICES. Avstånden är fågelvägen, inte längs väg. Öppettider, volymer och bemanning räknas inte. För varje nods upptagningsområde: ange OUTPUT som FACILITIES i Upptagningsområden.</translation>
    </message>
    <message>
        <source>Gives every place to the health centre that is nearest in time, and tells how many live around each centre, how many of them are old or born abroad, or whatever else the areas have numbers of.

The numbers of the areas are spread where people live (the points in PEOPLE) and summed within each catchment: sum_ and the field's name. Shares are computed anew from the sums in RATES. population_within is the people of the points themselves, each by their own travel time; where sum_population differs much from it, areas and people are of different dates or borders.

It tells who lives nearest, not who is listed: many have chosen another centre (see Listing flows). Everybody in an area is taken to be alike: where the old live in one corner of it, the figure cannot know. Places farther away than MAX_MINUTES, or more than 2 km from a road, belong to no catchment, and the log says how many live there.

Method: exact fastest paths; dasymetric overlay, counts summed and shares recomputed.</source>
        <translation>För varje plats till den vårdcentral som ligger närmast i restid, och visar hur många som bor kring varje vårdcentral, hur många av dem som är äldre eller utrikes födda, eller något annat som områdena har antal för.

Områdenas antal fördelas dit där invånarna bor (punkterna i PEOPLE) och summeras inom varje upptagningsområde: sum_ och fältets namn. Andelar räknas på nytt ur summorna enligt RATES. population_within är punkternas egna invånare, var och en efter sin egen restid; där sum_population skiljer sig mycket från det har områden och invånare olika datum eller gränser.

Modellen visar vilka som bor närmast, inte vilka som är listade: många har valt en annan vårdcentral (se Listningsflöden). Alla i ett område antas vara lika: om de äldre bor i ena hörnet av området syns det inte i siffran. Platser längre bort än MAX_MINUTES, eller mer än 2 km från en väg, hör inte till något upptagningsområde, och loggen anger hur många som bor där.

Metod: exakt snabbaste väg; dasymetrisk överlagring, antal summerade och andelar omräknade.</translation>
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
        <source>Good socioeconomic conditions</source>
        <translation>Goda socioekonomiska förutsättningar</translation>
    </message>
    <message>
        <source>Great socioeconomic challenges</source>
        <translation>Stora socioekonomiska utmaningar</translation>
    </message>
    <message>
        <source>Grey example rows have yes in their first cell and are left out by the import. Your own rows have nothing there.</source>
        <translation>Grå exempelrader har ja i första cellen och utelämnas vid importen. Dina egna rader har inget där.</translation>
    </message>
    <message>
        <source>Ground is measured in {crs}.</source>
        <translation>Arealer mäts i {crs}.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Group (empty = not told)</source>
        <translation>Grupp (tomt = uppgift saknas)</translation>
    </message>
    <message>
        <source>Group (field)</source>
        <translation>Grupp (fält)</translation>
    </message>
    <message>
        <source>Group to hold apart, such as area type or municipality (field)</source>
        <translation>Grupp som hålls isär, till exempel områdestyp eller kommun (fält)</translation>
    </message>
    <message>
        <source>Group, or fifth of access (5 = the poorest)</source>
        <translation>Grupp, eller femtedel efter geografisk tillgänglighet (5 = sämst)</translation>
    </message>
    <message>
        <source>Grouped by (all, driftsform, huvudman)</source>
        <translation>Grupperat efter (all = alla, driftsform, huvudman)</translation>
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
        <source>Grows with the number of people.</source>
        <translation>Växer med antalet personer.</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Ökning</translation>
    </message>
    <message>
        <source>Growth (share)</source>
        <translation>Ökning (andel)</translation>
    </message>
    <message>
        <source>Growth by area type</source>
        <translation>Ökning efter områdestyp</translation>
    </message>
    <message>
        <source>Growth proper</source>
        <translation>Egentlig ökning</translation>
    </message>
    <message>
        <source>Growth with the type of each year</source>
        <translation>Ökning med varje års typ</translation>
    </message>
    <message>
        <source>Growth with the type of each year (share)</source>
        <translation>Ökning med varje års typ (andel)</translation>
    </message>
    <message>
        <source>Growth with the type of the first year (share)</source>
        <translation>Ökning med första årets typ (andel)</translation>
    </message>
    <message>
        <source>Growth, and areas that changed type</source>
        <translation>Ökning, och områden som bytte typ</translation>
    </message>
    <message>
        <source>Growth, every area in the type it had in the first year</source>
        <translation>Ökning, varje område i den typ det hade första året</translation>
    </message>
    <message>
        <source>H&amp;uvudman</source>
        <translation>H&amp;uvudman</translation>
    </message>
    <message>
        <source>Hand over the register to a neighbour region</source>
        <translation>Lämna ut registret till en grannregion</translation>
    </message>
    <message>
        <source>Handover at the hospital (minutes)</source>
        <translation>Överlämning på sjukhuset (minuter)</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Har</translation>
    </message>
    <message>
        <source>Has no place, and is not on the map.</source>
        <translation>Saknar läge och syns inte på kartan.</translation>
    </message>
    <message>
        <source>Headings that stand several times, of which the first column is read: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health as published</source>
        <translation>Hälsa som den är publicerad</translation>
    </message>
    <message>
        <source>Health centres</source>
        <translation>Vårdcentraler</translation>
    </message>
    <message>
        <source>Health centres, one row each, with how many are listed and the index of need.</source>
        <translation>Vårdcentraler, en rad var, med antal listade och vårdbehovsindex.</translation>
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
        <source>Hidden cells</source>
        <translation>Dolda celler</translation>
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
        <source>Hide numbers under the fewest people told</source>
        <translation>Dölj tal under minsta antalet personer</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Högre</translation>
    </message>
    <message>
        <source>Higher = greater need, such as SCB's socioeconomic index, or cni_per_person from Care Need Index. Not area types, which run the other way.</source>
        <translation>Högre = större vårdbehov, till exempel SCB:s socioekonomiska index eller cni_per_person från Care Need Index. Inte områdestyper, som går åt andra hållet.</translation>
    </message>
    <message>
        <source>Higher value = greater need</source>
        <translation>Högre värde = större vårdbehov</translation>
    </message>
    <message>
        <source>Highest demand over capacity</source>
        <translation>Högsta efterfrågan delat med kapacitet</translation>
    </message>
    <message>
        <source>Highest possible value</source>
        <translation>Högsta möjliga värde</translation>
    </message>
    <message>
        <source>Holds 1–5.</source>
        <translation>Innehåller 1–5.</translation>
    </message>
    <message>
        <source>Hori&amp;zon</source>
        <translation>M&amp;ålår</translation>
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
        <source>Hospitals that receive (workspace)</source>
        <translation>Mottagande sjukhus (arbetsyta)</translation>
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
        <source>How an area's people are spread</source>
        <translation>Hur ett områdes invånare sprids</translation>
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
        <source>How far above the line, as a share of it, on average over all people (0 for those who are not above it).</source>
        <translation>Hur långt över gränsen, som andel av den, i genomsnitt över alla invånare (0 för dem som inte är över den).</translation>
    </message>
    <message>
        <source>How far below the line, as a share of it, on average over all people (0 for those who are not below it).</source>
        <translation>Hur långt under gränsen, som andel av den, i genomsnitt över alla invånare (0 för dem som inte är under den).</translation>
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
        <source>How is the development grant shared, and who gains by which rule?</source>
        <translation>Hur fördelas utvecklingspengen, och vem vinner på vilken regel?</translation>
    </message>
    <message>
        <source>How it is run; not the same as huvudman.</source>
        <translation>Hur den drivs; inte samma sak som huvudman.</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Hur det gjordes</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Hur det gick</translation>
    </message>
    <message>
        <source>How it went, by source</source>
        <translation>Hur det gick, per källa</translation>
    </message>
    <message>
        <source>How many are listed. A unit with 0 gets 0; an empty cell stops the tool.</source>
        <translation>Hur många som är listade. En vårdenhet med 0 får 0; en tom cell stoppar verktyget.</translation>
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
        <source>How many people a neighbourhood holds. One or several whole numbers, rising.</source>
        <translation>Hur många invånare ett grannskap rymmer. Ett eller flera heltal, stigande.</translation>
    </message>
    <message>
        <source>How many people each point stands for. A missing or negative number stops the tool.</source>
        <translation>Hur många invånare varje punkt står för. Ett saknat eller negativt antal stoppar verktyget.</translation>
    </message>
    <message>
        <source>How many shall we be, and what care is needed 2030–2050?</source>
        <translation>Hur många blir vi, och vilken vård behövs 2030–2050?</translation>
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
        <source>How much the groups keep to themselves beyond an even spread: {value} of the way to wholly apart.</source>
        <translation>Hur mycket grupperna bor för sig själva utöver en jämn fördelning: {value} av vägen till helt åtskilda.</translation>
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
        <source>How the account signs in</source>
        <translation>Hur kontot loggar in</translation>
    </message>
    <message>
        <source>How the amount came about</source>
        <translation>Så blev beloppet</translation>
    </message>
    <message>
        <source>How the choice was found</source>
        <translation>Hur valet togs fram</translation>
    </message>
    <message>
        <source>How the money is shared.</source>
        <translation>Hur pengarna fördelas.</translation>
    </message>
    <message>
        <source>How the money is shared. The rule acg needs more fields than the register has: use the tool itself.</source>
        <translation>Hur pengarna fördelas. Regeln acg kräver fler fält än registret har: använd verktyget självt.</translation>
    </message>
    <message>
        <source>How the numbers stand in the table.</source>
        <translation>Hur talen står i tabellen.</translation>
    </message>
    <message>
        <source>How the place agrees with the areas</source>
        <translation>Hur läget stämmer med områdena</translation>
    </message>
    <message>
        <source>How the second rule's amount came about</source>
        <translation>Så blev den andra regelns belopp</translation>
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
        <source>How to check that nothing has been changed</source>
        <translation>Hur man kontrollerar att ingenting har ändrats</translation>
    </message>
    <message>
        <source>How to get them: {how}</source>
        <translation>Så skaffar du dem: {how}</translation>
    </message>
    <message>
        <source>How unequal the value is among people, in a form that can be parted: 0 when all have the same.</source>
        <translation>Hur ojämnt värdet är fördelat mellan invånarna, i en form som kan delas upp: 0 när alla har lika mycket.</translation>
    </message>
    <message>
        <source>How unequal the value is among people, whoever they are: 0 when all have the same, close to 1 when few have everything.</source>
        <translation>Hur ojämnt värdet är fördelat mellan invånarna, vilka de än är: 0 när alla har lika mycket, nära 1 när ett fåtal har allt.</translation>
    </message>
    <message>
        <source>How unevenly people live</source>
        <translation>Hur ojämnt invånarna är fördelade</translation>
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
        <source>Huvudman</source>
        <translation>Huvudman</translation>
    </message>
    <message>
        <source>Huvudman (field)</source>
        <translation>Huvudman (fält)</translation>
    </message>
    <message>
        <source>Huvudman is who is responsible for the care by law. Driftsform is how it is run. They are two questions.</source>
        <translation>Huvudman är den som enligt lag ansvarar för vården. Driftsform är hur den drivs. Det är två frågor.</translation>
    </message>
    <message>
        <source>INDEX and AREA_INDEX are on different scales ({names}). Choose the same scale for both.</source>
        <translation>INDEX och AREA_INDEX är på olika skalor ({names}). Välj samma skala för båda.</translation>
    </message>
    <message>
        <source>INPUT has area codes of the vintage {vintage}, but the workspace has areas of {others} only. Fetch the areas of {vintage} first, or carry the listings over with changevintage.</source>
        <translation>INPUT har områdeskoder av årgången {vintage}, men arbetsytan har bara områden av {others}. Hämta först områdena av {vintage}, eller räkna om listningarna med changevintage.</translation>
    </message>
    <message>
        <source>INPUT has no geometry. Name the field of the squares' ids in ID_FIELD.</source>
        <translation>INPUT har ingen geometri. Ange fältet med rutornas id i ID_FIELD.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Id (fields)</source>
        <translation>Id (fält)</translation>
    </message>
    <message>
        <source>Id in the source</source>
        <translation>Id i källan</translation>
    </message>
    <message>
        <source>Id of another table</source>
        <translation>Id för en annan tabell</translation>
    </message>
    <message>
        <source>Id of the likely duplicate</source>
        <translation>Den troliga dubblettens id</translation>
    </message>
    <message>
        <source>Id of the rows (field; blank = feature id)</source>
        <translation>Radernas id (fält; tomt = objektets id)</translation>
    </message>
    <message>
        <source>Id of the square</source>
        <translation>Rutans id</translation>
    </message>
    <message>
        <source>Id of the square (field)</source>
        <translation>Rutans id (fält)</translation>
    </message>
    <message>
        <source>Id of the squares (field; blank = feature id)</source>
        <translation>Rutornas id (fält; tomt = objektets id)</translation>
    </message>
    <message>
        <source>Ids of the plugin's list of types, such as vardcentral.</source>
        <translation>Id ur tilläggets lista över typer, till exempel vardcentral.</translation>
    </message>
    <message>
        <source>Ids or names from the list of services, such as forlossning;pci. Blank = all in the table.</source>
        <translation>Id eller namn från listan över funktioner och specialiteter, till exempel forlossning;pci. Tomt = alla i tabellen.</translation>
    </message>
    <message>
        <source>Ids with ; between (kolada), or a subject or table and its values (the others). See the tool's help.</source>
        <translation>Id med ; mellan (kolada), eller ett ämne eller en tabell med värden (de andra). Se verktygets hjälp.</translation>
    </message>
    <message>
        <source>Import an own division</source>
        <translation>Importera en egen indelning</translation>
    </message>
    <message>
        <source>Import facilities</source>
        <translation>Importera vårdenheter</translation>
    </message>
    <message>
        <source>Import follow-up of the development grant</source>
        <translation>Importera uppföljning av utvecklingspengen</translation>
    </message>
    <message>
        <source>Import listings (listade per area and unit)</source>
        <translation>Importera listningar (listade per område och enhet)</translation>
    </message>
    <message>
        <source>Import need index (CNI)</source>
        <translation>Importera vårdbehovsindex (CNI)</translation>
    </message>
    <message>
        <source>Import people by square (250 m or 1 km)</source>
        <translation>Importera invånare per ruta (250 m eller 1 km)</translation>
    </message>
    <message>
        <source>Import waiting times (care guarantee)</source>
        <translation>Läs in väntetider (vårdgaranti)</translation>
    </message>
    <message>
        <source>Imported facilities</source>
        <translation>Importerade vårdenheter</translation>
    </message>
    <message>
        <source>Imported follow-up</source>
        <translation>Importerad uppföljning</translation>
    </message>
    <message>
        <source>Imported listings</source>
        <translation>Importerade listningar</translation>
    </message>
    <message>
        <source>Imported need index (CNI)</source>
        <translation>Importerat vårdbehovsindex (CNI)</translation>
    </message>
    <message>
        <source>Imported squares of people</source>
        <translation>Importerade rutor med invånare</translation>
    </message>
    <message>
        <source>Imported waiting times (care guarantee)</source>
        <translation>Inlästa väntetider (vårdgaranti)</translation>
    </message>
    <message>
        <source>In AREAS.</source>
        <translation>I AREAS.</translation>
    </message>
    <message>
        <source>In INPUT.</source>
        <translation>I INPUT.</translation>
    </message>
    <message>
        <source>In REGION_AREAS.</source>
        <translation>I REGION_AREAS.</translation>
    </message>
    <message>
        <source>In TO_AREAS.</source>
        <translation>I TO_AREAS.</translation>
    </message>
    <message>
        <source>In depth</source>
        <translation>Fördjupning</translation>
    </message>
    <message>
        <source>In part: exactly K people</source>
        <translation>Till en del: precis K invånare</translation>
    </message>
    <message>
        <source>In per cent; higher is worse.</source>
        <translation>I procent; högre är sämre.</translation>
    </message>
    <message>
        <source>In row {detail} of the file {path} a quotation mark is not closed, and the rows after it stand in one cell. Nothing was read; correct the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the county, by its border in the map</source>
        <translation>I länet, efter dess gräns i kartan</translation>
    </message>
    <message>
        <source>In the group {group}: {reading}</source>
        <translation>I gruppen {group}: {reading}</translation>
    </message>
    <message>
        <source>In the region's areas in the workspace</source>
        <translation>I regionens områden i arbetsytan</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>I registret</translation>
    </message>
    <message>
        <source>In the {n} areas compared the population changed by {people} people ({share}), {years}.</source>
        <translation>I de {n} jämförda områdena förändrades befolkningen med {people} invånare ({share}), {years}.</translation>
    </message>
    <message>
        <source>In which area each point lies.</source>
        <translation>I vilket område varje punkt ligger.</translation>
    </message>
    <message>
        <source>In whole kronor: {amount}.</source>
        <translation>I hela kronor: {amount}.</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Med ord</translation>
    </message>
    <message>
        <source>In {n} areas the groups are more than all people ({over} too many): somebody belongs to two of them, or SCB's perturbed numbers do not add up. The multigroup measures are empty. Where nobody belongs to two, give the groups' sum as TOTAL.</source>
        <translation>I {n} områden är grupperna fler än alla invånare ({over} för många): någon hör till två av dem, eller så går SCB:s slumpmässigt ändrade tal inte ihop. Måtten för flera grupper är tomma. Om ingen hör till två, ange gruppernas summa som TOTAL.</translation>
    </message>
    <message>
        <source>In {n} squares a part (an age, or ages together) is more than the total: SCB protects each number on its own. Nothing was changed; shares must be capped at 100 per cent, and are safe only for larger areas: {list}.</source>
        <translation>I {n} rutor är en del (en ålder, eller åldrar tillsammans) större än totalen: SCB skyddar varje tal för sig. Ingenting ändrades; andelar måste begränsas till 100 procent och är säkra bara för större områden: {list}.</translation>
    </message>
    <message>
        <source>In {n} squares the ages add up to more than the population ({list}): each number is protected on its own. Shares of them must be capped at 100 per cent, and are safe only for larger areas.</source>
        <translation>I {n} rutor är åldrarna tillsammans fler än folkmängden ({list}): varje tal är skyddat för sig. Andelar måste begränsas till 100 procent och är säkra bara för större områden.</translation>
    </message>
    <message>
        <source>In {n} zones the areas lie on each other, and people there are counted twice. AREAS should be one division of one vintage.</source>
        <translation>Zoner där områden ligger på varandra, så att invånarna där räknas dubbelt: {n} st. AREAS bör vara en indelning av en årgång.</translation>
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
        <source>Index of the area where the unit stands</source>
        <translation>Index för området där vårdenheten ligger</translation>
    </message>
    <message>
        <source>Index of the areas (field)</source>
        <translation>Områdenas index (fält)</translation>
    </message>
    <message>
        <source>Index of the listed (field)</source>
        <translation>De listades index (fält)</translation>
    </message>
    <message>
        <source>Index of the listed, by where they live (ecological estimate)</source>
        <translation>De listades index, efter var de bor (ekologisk skattning)</translation>
    </message>
    <message>
        <source>Index where the unit stands (field)</source>
        <translation>Index där vårdenheten ligger (fält)</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Mått</translation>
    </message>
    <message>
        <source>Indicator (field)</source>
        <translation>Mått (fält)</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatorer</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Indata</translation>
    </message>
    <message>
        <source>Inputs (layers)</source>
        <translation>Indata (lager)</translation>
    </message>
    <message>
        <source>Instead of INPUT: CSV, Excel, OpenDocument or JSON.</source>
        <translation>I stället för INPUT: CSV, Excel, OpenDocument eller JSON.</translation>
    </message>
    <message>
        <source>Instead of other people of the region</source>
        <translation>I stället för andra invånare i regionen</translation>
    </message>
    <message>
        <source>Into the area.</source>
        <translation>Till området.</translation>
    </message>
    <message>
        <source>Is of (unit, area)</source>
        <translation>Gäller (unit = vårdenhet, area = område)</translation>
    </message>
    <message>
        <source>Isolation beyond what an even spread would give: {value} of the way from even to wholly apart.</source>
        <translation>Isolering utöver vad en jämn fördelning skulle ge: {value} av vägen från jämn fördelning till helt åtskilda.</translation>
    </message>
    <message>
        <source>It closes before it opens.</source>
        <translation>Den stänger innan den öppnar.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Den slutar innan den börjar.</translation>
    </message>
    <message>
        <source>It failed without saying why.</source>
        <translation>Det misslyckades utan att säga varför.</translation>
    </message>
    <message>
        <source>It fell in: {list}.</source>
        <translation>Den minskade i: {list}.</translation>
    </message>
    <message>
        <source>It grew most in: {list}.</source>
        <translation>Den ökade mest i: {list}.</translation>
    </message>
    <message>
        <source>It has no facility in region {region}.</source>
        <translation>Den har ingen vårdenhet i region {region}.</translation>
    </message>
    <message>
        <source>It has no zone id.</source>
        <translation>Zonens id saknas.</translation>
    </message>
    <message>
        <source>It has no {division} in region {region}.</source>
        <translation>Den har ingen {division} i region {region}.</translation>
    </message>
    <message>
        <source>It is CSV, because Python's openpyxl is not installed here.</source>
        <translation>Den är CSV, eftersom Pythonpaketet openpyxl inte finns här.</translation>
    </message>
    <message>
        <source>It is a likely duplicate, and DUPLICATES_AS says skip.</source>
        <translation>Den är en trolig dubblett, och DUPLICATES_AS säger skip.</translation>
    </message>
    <message>
        <source>It is a sum of several areas or units; everyone in it would be counted twice.</source>
        <translation>Det är en summa av flera områden eller enheter; alla i den skulle räknas två gånger.</translation>
    </message>
    <message>
        <source>It is in another region than those in ONLY_REGIONS.</source>
        <translation>Den ligger i en annan region än de i ONLY_REGIONS.</translation>
    </message>
    <message>
        <source>It is neither acute nor planned.</source>
        <translation>Den är varken akut eller planerad.</translation>
    </message>
    <message>
        <source>It is not in the key.</source>
        <translation>Det finns inte i nyckeln.</translation>
    </message>
    <message>
        <source>It may fall by at most {share} per cent from last year's {before} kronor, which raises it to {amount}.</source>
        <translation>Beloppet får minska med högst {share} procent från förra årets {before} kronor, vilket höjer det till {amount}.</translation>
    </message>
    <message>
        <source>It may rise by at most {share} per cent from last year's {before} kronor, which lowers it to {amount}.</source>
        <translation>Beloppet får öka med högst {share} procent från förra årets {before} kronor, vilket sänker det till {amount}.</translation>
    </message>
    <message>
        <source>Its id, such as akutmottagning_dygnet_runt, forlossning or ortopedi.</source>
        <translation>Dess id, till exempel akutmottagning_dygnet_runt, forlossning eller ortopedi.</translation>
    </message>
    <message>
        <source>Its lower left corner is not that of a square of {side} m.</source>
        <translation>Dess nedre vänstra hörn är inte hörnet av en ruta på {side} m.</translation>
    </message>
    <message>
        <source>Its middle is not that of a square of {side} m in SWEREF 99 TM.</source>
        <translation>Dess mitt är inte mitten av en ruta på {side} m i SWEREF 99 TM.</translation>
    </message>
    <message>
        <source>Its middle lies in no area of the region; it is a neighbour's, or lies in the sea.</source>
        <translation>Dess mitt ligger inte i något av regionens områden; den är en grannes, eller ligger i havet.</translation>
    </message>
    <message>
        <source>Its name in the manifest. Blank = the one of the same name as INPUT, or the only one with the same fields.</source>
        <translation>Dess namn i manifestet. Tomt = det med samma namn som INPUT, eller det enda med samma fält.</translation>
    </message>
    <message>
        <source>Its name in the table scenarios.</source>
        <translation>Dess namn i tabellen scenarios.</translation>
    </message>
    <message>
        <source>Its neighbour (made up)</source>
        <translation>Grannen (påhittad)</translation>
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
        <source>Its shares sum to less than 1.</source>
        <translation>Dess andelar summerar till mindre än 1.</translation>
    </message>
    <message>
        <source>Join statistics to areas</source>
        <translation>Koppla statistik till områden</translation>
    </message>
    <message>
        <source>Joined to zones by TABLE. With INPUT: the land that the zones should cover.</source>
        <translation>Slås ihop till zoner enligt TABLE. Med INPUT: den mark som zonerna ska täcka.</translation>
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
        <source>Joins a table of statistics, such as one from SCB's statistical database, to areas: by area code and vintage (årgång), never by code alone.

SCB's suffix (2021A0010_DeSO2025) is taken off the code and read as the vintage. Where neither a field nor a suffix says the vintage, the years of the figures do, or you declare it: DeSO 2018 and RegSO 2020 have figures through 2023, DeSO 2025 and RegSO 2025 from 2024. Codes of two vintages may name different land, so such a join is refused; changevintage or catchmentprofile carry figures over. A figure of a whole municipality, region or RegSO is never shown on its DeSO.

The figures stand in VALUES (one field each), or in VALUE with the fields VARIABLE that say what it is (region, age, sex, year, value); then one field is added per kind. YEAR chooses the year; blank is the newest.

OUTPUT is AREAS with each figure and its status: ok, estimated, missing (..), suppressed (&lt;5), outside_years (the vintage has no figures for that year, though a 0 may stand in the table) or no_row. Only ok and estimated have a number. UNMATCHED lists the areas and the rows without the other, with the reason. TOTALS holds the rows of municipalities, regions or the nation against the sum of their areas: a gap is told and never put right. SCB's population figures from 2025 on are perturbed, so that parts do not sum to totals.

Method: join on bare code and vintage; figures outside a vintage's years masked by year, not by value. Source: SCB, or the table that you give.</source>
        <translation>Kopplar en tabell med statistik, till exempel från SCB:s statistikdatabas, till områden: på områdeskod och årgång, aldrig enbart på kod.

SCB:s tillägg (2021A0010_DeSO2025) tas bort från koden och läses som årgång. När varken ett fält eller ett tillägg anger årgången gör siffrornas år det, eller så anger du den: DeSO 2018 och RegSO 2020 har siffror till och med 2023, DeSO 2025 och RegSO 2025 från och med 2024. Koder från två årgångar kan avse olika mark, så en sådan koppling avvisas; changevintage eller catchmentprofile för över siffror. En siffra för en hel kommun, region eller RegSO visas aldrig på dess DeSO.

Siffrorna finns i VALUES (ett fält för varje), eller i VALUE med fälten VARIABLE som anger vad siffran är (region, ålder, kön, år, värde); då läggs ett fält till per slag. YEAR väljer år; tomt är det senaste.

OUTPUT är AREAS med varje siffra och dess status: ok, estimated (skattad), missing (saknas, ..), suppressed (dold, &lt;5), outside_years (årgången har inga siffror för året, även om en nolla kan stå i tabellen) eller no_row (ingen rad). Bara ok och estimated har ett tal. UNMATCHED listar områden och rader utan motsvarighet, med skäl. TOTALS har raderna för kommuner, regioner eller riket mot summan av deras områden: en skillnad visas och rättas aldrig. SCB:s befolkningssiffror från och med 2025 är slumpmässigt ändrade, så att delarna inte summerar till helheten.

Metod: koppling på kod utan tillägg och årgång; siffror utanför årgångens år döljs efter år, inte efter värde. Källa: SCB, eller den tabell du anger.</translation>
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
        <source>Joins the services by id.</source>
        <translation>Kopplar utbudet till vårdenheten.</translation>
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
        <source>Joins to POINT_AREA.</source>
        <translation>Kopplas till POINT_AREA.</translation>
    </message>
    <message>
        <source>Joins to the areas' AREA_CODE.</source>
        <translation>Kopplas till områdenas AREA_CODE.</translation>
    </message>
    <message>
        <source>Joins to the targets' area_code.</source>
        <translation>Kopplar till målvärdenas area_code.</translation>
    </message>
    <message>
        <source>Judged (same, hidden_cells, differs)</source>
        <translation>Bedömning (same, hidden_cells, differs)</translation>
    </message>
    <message>
        <source>Junctions</source>
        <translation>Korsningar</translation>
    </message>
    <message>
        <source>K {k} is everybody in the layer or more ({people} people): every neighbourhood is the whole layer.</source>
        <translation>K {k} är alla i lagret eller fler ({people} invånare): varje grannskap är hela lagret.</translation>
    </message>
    <message>
        <source>K “{text}” must be rising whole numbers above 0 with commas between, such as 200,400,1600.</source>
        <translation>K ”{text}” ska vara stigande heltal över 0 med kommatecken emellan, till exempel 200,400,1600.</translation>
    </message>
    <message>
        <source>KEEP_LOCAL holds {item}, which is neither a share from 0 to 1 nor one of: {names}.</source>
        <translation>KEEP_LOCAL innehåller {item}, som varken är en andel från 0 till 1 eller något av: {names}.</translation>
    </message>
    <message>
        <source>KEY gives away more than the whole of {n} areas: {list}. Correct the shares first.</source>
        <translation>KEY fördelar mer än hela området för dessa områden ({n} st): {list}. Rätta andelarna först.</translation>
    </message>
    <message>
        <source>KEY has shares that are missing or not between 0 and 1, for {n} areas: {list}. Correct them first.</source>
        <translation>KEY har andelar som saknas eller inte ligger mellan 0 och 1 (områden: {n}): {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>Keep both, and list them</source>
        <translation>Behåll båda och räkna upp dem</translation>
    </message>
    <message>
        <source>Keep key and secret, or user name and password, as the kind Basic in QGIS's authentication store.</source>
        <translation>Lägg nyckel och hemlighet, eller användarnamn och lösenord, som typen Basic i QGIS autentiseringsregister.</translation>
    </message>
    <message>
        <source>Kept as it stands.</source>
        <translation>Behålls som det står.</translation>
    </message>
    <message>
        <source>Kept as text.</source>
        <translation>Behålls som text.</translation>
    </message>
    <message>
        <source>Kept in QGIS's authentication store (Settings, Options, Authentication); only its id stands in the log.</source>
        <translation>Ligger i QGIS autentiseringsregister (Inställningar, Alternativ, Autentisering); bara dess id står i loggen.</translation>
    </message>
    <message>
        <source>Kept in QGIS's authentication store. Blank = this source is not asked.</source>
        <translation>Ligger i QGIS autentiseringsregister. Tomt = källan tillfrågas inte.</translation>
    </message>
    <message>
        <source>Key between the vintages (table)</source>
        <translation>Nyckel mellan årgångarna (tabell)</translation>
    </message>
    <message>
        <source>Key from DeSO to RegSO (table)</source>
        <translation>Nyckel från DeSO till RegSO (tabell)</translation>
    </message>
    <message>
        <source>Key or account</source>
        <translation>Nyckel eller konto</translation>
    </message>
    <message>
        <source>Kilometres are left empty: {reason}.</source>
        <translation>Kilometer lämnas tomma: {reason}.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Kind of area</source>
        <translation>Slag av område</translation>
    </message>
    <message>
        <source>Kind of division</source>
        <translation>Slag av indelning</translation>
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
        <source>Kind of table</source>
        <translation>Slag av tabell</translation>
    </message>
    <message>
        <source>Known trips</source>
        <translation>Kända resor</translation>
    </message>
    <message>
        <source>Kolada has no areas of region {region}.</source>
        <translation>Kolada har inga områden i region {region}.</translation>
    </message>
    <message>
        <source>Kolada has no key figure {list}. Look for ids, such as N00001, at kolada.se.</source>
        <translation>Kolada har inget nyckeltal {list}. Sök id, till exempel N00001, på kolada.se.</translation>
    </message>
    <message>
        <source>Kolada has no values for {list} in the years {years}, for these areas and sexes.</source>
        <translation>Kolada har inga värden för {list} åren {years}, för dessa områden och kön.</translation>
    </message>
    <message>
        <source>Kolada: ids of key figures</source>
        <translation>Kolada: nyckeltalens id</translation>
    </message>
    <message>
        <source>Kronor</source>
        <translation>Kronor</translation>
    </message>
    <message>
        <source>Kronor (never added over indicators)</source>
        <translation>Kronor (summeras aldrig över mått)</translation>
    </message>
    <message>
        <source>Kronor by the first</source>
        <translation>Kronor enligt den första</translation>
    </message>
    <message>
        <source>Kronor by the second</source>
        <translation>Kronor enligt den andra</translation>
    </message>
    <message>
        <source>Kronor by the second rule</source>
        <translation>Kronor enligt den andra regeln</translation>
    </message>
    <message>
        <source>Kronor by where the listed live</source>
        <translation>Kronor efter var de listade bor</translation>
    </message>
    <message>
        <source>Kronor by where the unit stands</source>
        <translation>Kronor efter var vårdenheten ligger</translation>
    </message>
    <message>
        <source>Kronor by where the units stand</source>
        <translation>Kronor efter var vårdenheterna ligger</translation>
    </message>
    <message>
        <source>Kronor gained</source>
        <translation>Kronor som vinns</translation>
    </message>
    <message>
        <source>Kronor in all years</source>
        <translation>Kronor alla år</translation>
    </message>
    <message>
        <source>Kronor lost</source>
        <translation>Kronor som förloras</translation>
    </message>
    <message>
        <source>Kronor moved between units (the smaller of gained and lost)</source>
        <translation>Kronor som flyttas mellan vårdenheter (det minsta av vunnet och förlorat)</translation>
    </message>
    <message>
        <source>Kronor per listed</source>
        <translation>Kronor per listad</translation>
    </message>
    <message>
        <source>Kronor that year.</source>
        <translation>Kronor det året.</translation>
    </message>
    <message>
        <source>Kronor the year before; empty where a unit had none. MAX_CHANGE holds against it.</source>
        <translation>Kronor året före; tomt där en vårdenhet inte hade något. MAX_CHANGE räknas från det.</translation>
    </message>
    <message>
        <source>Kronor until the outcome after</source>
        <translation>Kronor till och med utfallet efter</translation>
    </message>
    <message>
        <source>Kronor: units with more than 0 should be followed up.</source>
        <translation>Kronor: vårdenheter med mer än 0 ska vara uppföljda.</translation>
    </message>
    <message>
        <source>LOWER must be lower than UPPER.</source>
        <translation>LOWER måste vara lägre än UPPER.</translation>
    </message>
    <message>
        <source>Lacking in the workspace: {list}.</source>
        <translation>Saknas i arbetsytan: {list}.</translation>
    </message>
    <message>
        <source>Lacks for the next level up</source>
        <translation>Saknar för nästa nivå uppåt</translation>
    </message>
    <message>
        <source>Lacks it for (expected = its own level, next_level = the next level up)</source>
        <translation>Saknas för (expected = den egna nivån, next_level = nästa nivå uppåt)</translation>
    </message>
    <message>
        <source>Lacks of what its level should have</source>
        <translation>Saknar av det som nivån bör ha</translation>
    </message>
    <message>
        <source>Land area, km² (field; blank = the polygon's whole area)</source>
        <translation>Landareal, km² (fält; tomt = ytans hela areal)</translation>
    </message>
    <message>
        <source>Land cover</source>
        <translation>Marktäcke</translation>
    </message>
    <message>
        <source>Lantmäteriet: account</source>
        <translation>Lantmäteriet: konto</translation>
    </message>
    <message>
        <source>Larger questions, when reduced, are answered by the heuristic.</source>
        <translation>Större problem än så, efter förenkling, löses med heuristiken.</translation>
    </message>
    <message>
        <source>Largest change in a year (share)</source>
        <translation>Största förändring på ett år (andel)</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Största skillnaden</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Sista året</translation>
    </message>
    <message>
        <source>Last year's amount (field)</source>
        <translation>Förra årets belopp (fält)</translation>
    </message>
    <message>
        <source>Lastkajen: account</source>
        <translation>Lastkajen: konto</translation>
    </message>
    <message>
        <source>Later result</source>
        <translation>Senare resultat</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Layers and facilities</source>
        <translation>Lager och vårdenheter</translation>
    </message>
    <message>
        <source>Layers of the delivery that are no road network are left out: {names}</source>
        <translation>Lager i leveransen som inte är vägnät är utelämnade: {names}</translation>
    </message>
    <message>
        <source>Layers that Närvård's tools have made. Unchecking hides a result, and never removes it.</source>
        <translation>Lager som Närvårds verktyg har gjort. Att bocka ur döljer ett resultat men tar aldrig bort det.</translation>
    </message>
    <message>
        <source>Least disadvantaged fifth</source>
        <translation>Minst utsatta femtedelen</translation>
    </message>
    <message>
        <source>Least over most disadvantaged fifth</source>
        <translation>Den minst utsatta femtedelen delad med den mest utsatta</translation>
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
        <source>Leave out the later one</source>
        <translation>Utelämna den senare</translation>
    </message>
    <message>
        <source>Leave out where closed units have no number, such as in the result of Need of the listed. They get no amount, not 0.</source>
        <translation>Välj att utelämna dem när nedlagda vårdenheter saknar antal, till exempel i resultatet av Vårdbehov bland listade. De får då inget belopp, inte 0.</translation>
    </message>
    <message>
        <source>Leave the units out, and list them</source>
        <translation>Utelämna vårdenheterna och lista dem</translation>
    </message>
    <message>
        <source>Left for the plan register, not stored here: {kinds}.</source>
        <translation>Lämnat till planregistret, inte sparat här: {kinds}.</translation>
    </message>
    <message>
        <source>Left out: lack a type or a number in one of the years</source>
        <translation>Utelämnade: saknar typ eller antal något av åren</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Teckenförklaring</translation>
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
        <source>Level (main, in_depth)</source>
        <translation>Nivå (main = huvudmått, in_depth = fördjupning)</translation>
    </message>
    <message>
        <source>Level of the whole</source>
        <translation>Helhetens nivå</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licens</translation>
    </message>
    <message>
        <source>Licence: unknown</source>
        <translation>Licens: okänd</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>Licens: {name}</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>Troliga dubbletter</translation>
    </message>
    <message>
        <source>Line that nobody should be beyond</source>
        <translation>Gräns som ingen bör vara på fel sida om</translation>
    </message>
    <message>
        <source>Links between junctions, each way counted</source>
        <translation>Länkar mellan korsningar, varje riktning räknad</translation>
    </message>
    <message>
        <source>Links to the nearest place of a higher level</source>
        <translation>Länkar till närmaste ort på högre nivå</translation>
    </message>
    <message>
        <source>List of codes and zones (table)</source>
        <translation>Lista över koder och zoner (tabell)</translation>
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
        <source>Listed (field)</source>
        <translation>Listade (fält)</translation>
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
        <source>Listed by the cells that tell a number</source>
        <translation>Listade enligt de celler som anger ett tal</translation>
    </message>
    <message>
        <source>Listed by the workspace's capacity (listade)</source>
        <translation>Listade enligt arbetsytans kapacitet (listade)</translation>
    </message>
    <message>
        <source>Listed less capacity, with the date of the capacity: {list}. Ask which of the two is right.</source>
        <translation>Listade minus kapacitet, med kapacitetens datum: {list}. Fråga vilket av de två som är rätt.</translation>
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
        <source>Listed per unit, beside capacity</source>
        <translation>Listade per enhet, bredvid kapaciteten</translation>
    </message>
    <message>
        <source>Listed, or people of the area.</source>
        <translation>Listade, eller områdets invånare.</translation>
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
        <source>Listings (table)</source>
        <translation>Listningar (tabell)</translation>
    </message>
    <message>
        <source>Listings (workspace)</source>
        <translation>Listningar (arbetsyta)</translation>
    </message>
    <message>
        <source>Local Moran also finds single areas that differ from their neighbours; Gi* does not.</source>
        <translation>Lokal Moran hittar även enstaka områden som skiljer sig från sina grannar; det gör inte Gi*.</translation>
    </message>
    <message>
        <source>Local Moran's I, or Gi* as z</source>
        <translation>Lokal Morans I, eller Gi* som z</translation>
    </message>
    <message>
        <source>Local Moran: clusters and outliers</source>
        <translation>Lokal Moran: kluster och avvikare</translation>
    </message>
    <message>
        <source>Long: a row per area and unit</source>
        <translation>Lång: en rad per område och enhet</translation>
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
        <source>Longest travel time (minutes)</source>
        <translation>Längsta restid (minuter)</translation>
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
        <source>Low education, 25–64 (field)</source>
        <translation>Lågutbildade, 25–64 år (fält)</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Lägre</translation>
    </message>
    <message>
        <source>Lower or higher. Blank = as BETTER.</source>
        <translation>Lägre eller högre. Tomt = som BETTER.</translation>
    </message>
    <message>
        <source>Lower value = greater need (area types 1–5)</source>
        <translation>Lägre värde = större vårdbehov (områdestyp 1–5)</translation>
    </message>
    <message>
        <source>Lowest for an income or an area type 1–5, highest for a need index.</source>
        <translation>Lägst för en inkomst eller områdestyp 1–5, högst för ett vårdbehovsindex.</translation>
    </message>
    <message>
        <source>Lowest possible value</source>
        <translation>Lägsta möjliga värde</translation>
    </message>
    <message>
        <source>Länsdel (part of the county)</source>
        <translation>Länsdel</translation>
    </message>
    <message>
        <source>MAX_CHANGE needs the field of last year's amount in PREVIOUS.</source>
        <translation>MAX_CHANGE kräver fältet med förra årets belopp i PREVIOUS.</translation>
    </message>
    <message>
        <source>METHOD dasymetric needs a GRID. Give one, or choose areal.</source>
        <translation>METHOD dasymetric kräver GRID. Ange det, eller välj areal.</translation>
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
        <source>Made by the neighbour with exportexchange.</source>
        <translation>Gjord av grannen med exportexchange.</translation>
    </message>
    <message>
        <source>Made by {tool} (narvard:{id}) of Närvård {version} at {time}.</source>
        <translation>Gjort med {tool} (narvard:{id}) i Närvård {version}, {time}.</translation>
    </message>
    <message>
        <source>Made if it is not there.</source>
        <translation>Skapas om den inte finns.</translation>
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
        <source>Made with {versions}.</source>
        <translation>Gjort med {versions}.</translation>
    </message>
    <message>
        <source>Make a scenario first, with New…</source>
        <translation>Skapa först ett scenario med Nytt…</translation>
    </message>
    <message>
        <source>Make a template for facilities</source>
        <translation>Gör en mall för vårdenheter</translation>
    </message>
    <message>
        <source>Make variables comparable</source>
        <translation>Gör variablerna jämförbara</translation>
    </message>
    <message>
        <source>Makes a copy that nobody changes of what a decision stands on, so that others can check it years later and compare later results with it (comparewithbasis).

A folder &lt;reference&gt;_&lt;name&gt; is made in FOLDER with the whole workspace as a GeoPackage (one moment of it, also while others write), INPUTS and RESULTS (layers as GeoPackage, rasters and files byte for byte), the network, underlag.json and underlag.html. underlag.json tells of every file its SHA-256, size, layer, number of rows, CRS, fields, source, and how it was made (tool, settings and what was left out, from the layer's own metadata), with the versions of Närvård, QGIS, GDAL and PROJ. underlag.html is a page for the case file. All files are made read-only. The checksum of underlag.json is kept in the workspace (frozen_bases, to which rows can only be added) and in the method log.

The folder is filled beside and renamed when whole: stopped in the middle, nothing has its name. A reference and name that have been frozen already are refused. The copy holds what the workspace holds; keep it where its readers may see that.

Method: SHA-256 of each file, and of the manifest that lists them. Source: the layers' own sources, as listed in the manifest.</source>
        <translation>Gör en kopia, som ingen ändrar, av det som ett beslut vilar på, så att andra kan kontrollera det år senare och jämföra senare resultat med det (comparewithbasis).

En mapp &lt;reference&gt;_&lt;name&gt; görs i FOLDER med hela arbetsytan som GeoPackage (ett enda ögonblick av den, även medan andra skriver), INPUTS och RESULTS (lager som GeoPackage, raster och filer byte för byte), vägnätet, underlag.json och underlag.html. underlag.json anger för varje fil dess SHA-256, storlek, lager, antal rader, koordinatsystem, fält, källa och hur den gjordes (verktyg, inställningar och vad som utelämnades, ur lagrets egna metadata), med versionerna av Närvård, QGIS, GDAL och PROJ. underlag.html är en sida för akten. Alla filer görs skrivskyddade. Kontrollsumman för underlag.json sparas i arbetsytan (frozen_bases, dit rader bara kan läggas till) och i metodloggen.

Mappen fylls vid sidan av och får sitt namn när den är hel: avbryts det mitt i har ingenting dess namn. En referens och ett namn som redan har frysts avvisas. Kopian innehåller det som arbetsytan innehåller; förvara den där dess läsare får se det.

Metod: SHA-256 för varje fil, och för manifestet som listar dem. Källa: lagrens egna källor, som manifestet listar.</translation>
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
        <source>Makes an Excel workbook to fill in facilities, their services and their capacity in, which importfacilities then reads with the preset Närvård's template.

TYPE is one type of facility, with its narrower types in the drop-down, or all types. The sheets have drop-downs for type, huvudman, driftsform, region, municipality, services, care form, urgency and kind of capacity; grey example rows say what a row looks like, and are left out by the import as long as their first cell says yes. Headings follow your language, and both languages can be read.

FORMAT auto makes a workbook where Python's openpyxl is installed, else a CSV file with semicolon and UTF-8 and a text with instructions and the words to choose among. A file of the same name is never overwritten: somebody may have filled it in.

Method: the lists come from Närvård's catalogue. Source: none; you fill in your own.</source>
        <translation>Gör en Excelarbetsbok att fylla i vårdenheter, deras utbud och deras kapacitet i, som importfacilities sedan läser med slaget Närvårds mall.

TYPE är en typ av vårdenhet, med de som hör under den i listrutan, eller alla typer. Bladen har listrutor för typ, huvudman, driftsform, region, kommun, utbud, vårdform, akut eller planerad och slag av kapacitet; grå exempelrader visar hur en rad ser ut, och utelämnas vid importen så länge första cellen säger ja. Rubrikerna följer ditt språk, och båda språken går att läsa.

FORMAT auto gör en arbetsbok där Pythonpaketet openpyxl finns, annars en CSV-fil med semikolon och UTF-8 och en text med anvisningar och de ord som finns att välja på. En fil med samma namn skrivs aldrig över: någon kan ha fyllt i den.

Metod: listorna kommer ur Närvårds katalog. Källa: ingen; du fyller i dina egna uppgifter.</translation>
    </message>
    <message>
        <source>Makes the workspace of one region: empty tables for facilities, capacity, services, areas, people, statistics, listings, waiting times, health, plans, scenarios, sources, the method log and the audit of changes. Geometry is in SWEREF 99 TM (EPSG:3006), and every column has its Swedish name in QGIS (in PostgreSQL as its comment).

If the workspace is already there and belongs to the same region, its content is left as it is; one made by an older version is brought up to date. Anything else is refused, never overwritten.

Workspace: the path of a file ending in .gpkg, in a folder that exists: right for one person at a time, and best on the computer's own disk. Or the name of a PostgreSQL connection stored in QGIS (Layer &gt; Data Source Manager &gt; PostgreSQL), with its user and password stored too: right for several people at once. The tables are made in the schema narvard; write connection/schema for another one, such as one region of several in the same database. The database needs PostGIS.
Region: the two-digit county code, such as 08 for Region Kalmar län; 99 is the made-up sample county.</source>
        <translation>Skapar arbetsytan för en region: tomma tabeller för vårdenheter, kapacitet, utbud, områden, invånare, statistik, listade, väntetider, hälsa, planer, scenarier, källor, metodloggen och ändringsloggen. Geometrin är i SWEREF 99 TM (EPSG:3006), och varje kolumn har sitt svenska namn i QGIS (i PostgreSQL som kolumnens kommentar).

Finns arbetsytan redan och hör till samma region lämnas innehållet som det är; en som gjorts av en äldre version förs fram till dagens. Allt annat avvisas och skrivs aldrig över.

Arbetsyta: sökvägen till en fil som slutar på .gpkg, i en mapp som finns: rätt för en person i taget, och helst på datorns egen disk. Eller namnet på en PostgreSQL-anslutning som är sparad i QGIS (Lager &gt; Datakällor &gt; PostgreSQL), med användare och lösenord sparade: rätt för flera samtidigt. Tabellerna läggs i schemat narvard; skriv anslutning/schema för ett annat, till exempel när flera regioner delar databas. Databasen måste ha PostGIS.
Region: den tvåsiffriga länskoden, till exempel 08 för Region Kalmar län; 99 är det påhittade övningslänet.</translation>
    </message>
    <message>
        <source>Making the sample county</source>
        <translation>Skapar exempellänet</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Matrix: a column per unit</source>
        <translation>Matris: en kolumn per enhet</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Medelvärde</translation>
    </message>
    <message>
        <source>Mean (min)</source>
        <translation>Medel (min)</translation>
    </message>
    <message>
        <source>Mean access, weighted by demand: {mean} (who reaches nothing counts as 0).</source>
        <translation>Geografisk tillgänglighet i genomsnitt, viktad med efterfrågan: {mean} (den som inte når något räknas som 0).</translation>
    </message>
    <message>
        <source>Mean change</source>
        <translation>Medelförändring</translation>
    </message>
    <message>
        <source>Mean change beyond that of units without a grant</source>
        <translation>Medelförändring utöver den för vårdenheter utan utvecklingspeng</translation>
    </message>
    <message>
        <source>Mean change of units without a grant, same years</source>
        <translation>Medelförändring för vårdenheter utan utvecklingspeng, samma år</translation>
    </message>
    <message>
        <source>Mean change weighted by kronor</source>
        <translation>Medelförändring viktad med kronor</translation>
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
        <source>Mean minutes before and after, over those who have reach both times.</source>
        <translation>Medelrestid i minuter före och efter, för dem som når en enhet båda gångerna.</translation>
    </message>
    <message>
        <source>Mean of each area</source>
        <translation>Medelvärde per område</translation>
    </message>
    <message>
        <source>Mean of fifth {n}</source>
        <translation>Medelvärde, femtedel {n}</translation>
    </message>
    <message>
        <source>Mean of fifth {n} of the people, counted from the most disadvantaged.</source>
        <translation>Medelvärde för femtedel {n} av invånarna, räknat från de mest utsatta.</translation>
    </message>
    <message>
        <source>Mean of the least disadvantaged fifth of the people.</source>
        <translation>Medelvärde för den minst utsatta femtedelen av invånarna.</translation>
    </message>
    <message>
        <source>Mean of the most disadvantaged fifth of the people ({worst}).</source>
        <translation>Medelvärde för den mest utsatta femtedelen av invånarna ({worst}).</translation>
    </message>
    <message>
        <source>Mean of the neighbours</source>
        <translation>Grannarnas medelvärde</translation>
    </message>
    <message>
        <source>Mean of {value} in each fifth of the people; {mean} for all.</source>
        <translation>Medelvärde av {value} i varje femtedel av invånarna; {mean} för alla.</translation>
    </message>
    <message>
        <source>Mean over all people that have a value.</source>
        <translation>Medelvärde över alla invånare som har ett värde.</translation>
    </message>
    <message>
        <source>Mean over the people</source>
        <translation>Medelvärde över invånarna</translation>
    </message>
    <message>
        <source>Mean over the people of each area</source>
        <translation>Medelvärde för invånarna i varje område</translation>
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
        <source>Mean to count the types from (blank = of these areas)</source>
        <translation>Medelvärde som typerna räknas från (tomt = dessa områdens)</translation>
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
        <source>Mean travel time {before} → {after} minutes ({change}).</source>
        <translation>Medelrestid {before} → {after} minuter ({change}).</translation>
    </message>
    <message>
        <source>Meaning of words for types</source>
        <translation>Vad ord för typer betyder</translation>
    </message>
    <message>
        <source>Means, standard deviations and ranks are not weighted: every area counts alike.</source>
        <translation>Medelvärden, standardavvikelser och ranger är inte viktade: varje område räknas lika.</translation>
    </message>
    <message>
        <source>Means, standard deviations and ranks are weighted by people ({field}).</source>
        <translation>Medelvärden, standardavvikelser och ranger är viktade med invånarna ({field}).</translation>
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
        <source>Measures how unevenly one or several groups of people live among areas, all areas together.

AREAS is a layer or table with the number of people of each GROUP and of all people (TOTAL). OUTPUT is a table with a row for each measure and group: measure, value, group, share (the group's share of all people), people, areas, and reading, which says in words what the value means.

Look at dissimilarity first: the share of the group that would have to move to another area for it to be evenly spread. isolation and exposure tell whom a member of the group has around; eta2, entropy, gini and minmax are other measures of evenness, 0 = even and 1 = wholly apart. morrill and wong lower dissimilarity by how much neighbouring areas differ, and need polygons. delta compares with the areas' size. multigroup_d, multigroup_h and multigroup_exposure take all groups at once: nobody may belong to two of them, and those who belong to none are a group of their own, the rest. With one GROUP they are the group and the rest.

With GROUP_BEFORE and TOTAL_BEFORE, the same areas at an earlier date, the table also has before and change. Only areas with numbers at both dates count. Areas whose borders have changed must not be compared.

The values depend on how large the areas are: compare only the same kind of areas. Where a group has few people per area, it is unevenly spread by chance alone. Areas without a number are left out and listed; a negative number stops the tool. Where nobody or everybody belongs to a group, its measures are empty. An area without people has no part, but in morrill and wong its share is 0, and its land counts in delta. The polygons of DeSO and RegSO reach out into the sea: give LAND_AREA.

Method: the measures of the open package segregation (PySAL), whose figures they reproduce.</source>
        <translation>Mäter hur ojämnt en eller flera grupper av invånare är fördelade mellan områden, alla områden tillsammans.

AREAS är ett lager eller en tabell med antal invånare i varje GROUP och alla invånare (TOTAL). OUTPUT är en tabell med en rad för varje mått och grupp: measure, value, group, share (gruppens andel av alla invånare), people, areas och reading, som i ord förklarar värdet.

Se först på dissimilarity (olikhetsindex): den andel av gruppen som skulle behöva flytta till ett annat område för att den ska vara jämnt fördelad. isolation och exposure visar vilka en medlem av gruppen har omkring sig; eta2, entropy, gini och minmax är andra mått på jämnhet, 0 = jämn fördelning och 1 = helt åtskilda. morrill och wong sänker dissimilarity med hur mycket grannområden skiljer sig, och behöver ytor. delta jämför med områdenas areal. multigroup_d, multigroup_h och multigroup_exposure gäller alla grupper på en gång: ingen får höra till två av dem, och de som inte hör till någon är en egen grupp, övriga. Med en GROUP är de gruppen och övriga.

Med GROUP_BEFORE och TOTAL_BEFORE, samma områden vid ett tidigare datum, får tabellen också before och change. Bara områden med antal vid båda datumen räknas. Områden vars gränser har ändrats får inte jämföras.

Värdena beror på hur stora områdena är: jämför bara samma slags områden. Där en grupp har få invånare per område är den ojämnt fördelad redan av slumpen. Områden som saknar ett antal utelämnas och listas; ett negativt antal stoppar verktyget. Där ingen eller alla hör till en grupp är dess mått tomma. Ett område utan invånare räknas inte, men i morrill och wong är dess andel 0, och dess mark räknas i delta. Ytorna för DeSO och RegSO når ut i havet: ange LAND_AREA.

Metod: måtten i det öppna paketet segregation (PySAL), vars siffror de återskapar.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
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
        <source>Men</source>
        <translation>Män</translation>
    </message>
    <message>
        <source>Merge into the earlier one</source>
        <translation>Slå ihop med den tidigare</translation>
    </message>
    <message>
        <source>Merging fills what the earlier one lacks.</source>
        <translation>Sammanslagning fyller i det som den tidigare saknar.</translation>
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
        <source>Metres between them</source>
        <translation>Meter mellan dem</translation>
    </message>
    <message>
        <source>Metres in a straight line</source>
        <translation>Meter fågelvägen</translation>
    </message>
    <message>
        <source>Metres moved</source>
        <translation>Meter flyttad</translation>
    </message>
    <message>
        <source>Metres out to the {k} nearest</source>
        <translation>Meter ut till de {k} närmaste</translation>
    </message>
    <message>
        <source>Metres outside the areas</source>
        <translation>Meter utanför områdena</translation>
    </message>
    <message>
        <source>Metres to it, in a straight line</source>
        <translation>Meter dit, fågelvägen</translation>
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
        <source>Missing: nobody knows</source>
        <translation>Saknas: ingen vet</translation>
    </message>
    <message>
        <source>Missing: {list}.</source>
        <translation>Saknas: {list}.</translation>
    </message>
    <message>
        <source>Missing?</source>
        <translation>Saknas?</translation>
    </message>
    <message>
        <source>Mixes any variables of the areas into an index where higher is worse, and divides the areas into five types. Where SCB has published its own index and area type, use those: the types here are derived and not official, and every result says so.

VARIABLES are the fields, WEIGHTS one number for each with ; between, in the order that the fields were chosen (blank = equal). A negative weight turns a variable where lower is worse, such as income. STANDARDISE: none keeps the values as they are, and needs variables in the same unit; zscore measures each in standard deviations from its mean; rank as the share of areas, or of people, that lie below. With POPULATION, means, standard deviations and ranks are weighted by people, else every area counts alike. How SCB weights its own is not known.

OUTPUT is the areas with index, index_deviation (standard deviations from the mean), area_type 1 (great socioeconomic challenges) to 5 (very good conditions), area_type_source (derived) and index_status (ok or missing_variable). An area where any variable is missing has no index. CUTS divides the types at standard deviations from the mean: type 5 &lt; −1 ≤ type 4 &lt; 0 ≤ type 3 &lt; 1 ≤ type 2 &lt; 2 ≤ type 1. The mean is that of the areas in the layer, so the types compare them with each other; with REFERENCE_MEAN and REFERENCE_DEVIATION, such as the nation's, they compare them with that. Where all areas have the same index there are no types.

Method: index = Σ weight · variable / Σ |weight|. SCB's and Delmos' socioekonomiskt index is that of three shares in per cent, with equal weights and none: low economic standard, at most nine years of school, and long-term support or unemployment. Source: SCB and Delmos, socioekonomiskt index.</source>
        <translation>Väger samman valfria variabler för områdena till ett index där högre är sämre, och delar in områdena i fem typer. Där SCB har publicerat sitt eget index och sin områdestyp ska de användas: typerna här är härledda och inte officiella, och det anges i varje resultat.

VARIABLES är fälten, WEIGHTS ett tal för vart och ett med ; emellan, i den ordning som fälten valdes (tomt = lika). En negativ vikt vänder en variabel där lägre är sämre, till exempel inkomst. STANDARDISE: none behåller värdena som de är, och kräver variabler i samma enhet; zscore mäter var och en i standardavvikelser från sitt medelvärde; rank som andelen områden, eller invånare, som ligger under. Med POPULATION viktas medelvärden, standardavvikelser och ranger med invånarna, annars räknas varje område lika. Hur SCB viktar sina egna är inte känt.

OUTPUT är områdena med index, index_deviation (standardavvikelser från medelvärdet), area_type 1 (stora socioekonomiska utmaningar) till 5 (mycket goda förutsättningar), area_type_source (derived = härledd) och index_status (ok eller missing_variable). Ett område där någon variabel saknas får inget index. CUTS delar typerna vid standardavvikelser från medelvärdet: typ 5 &lt; −1 ≤ typ 4 &lt; 0 ≤ typ 3 &lt; 1 ≤ typ 2 &lt; 2 ≤ typ 1. Medelvärdet gäller områdena i lagret, så typerna jämför dem med varandra; med REFERENCE_MEAN och REFERENCE_DEVIATION, till exempel rikets, jämförs de med det. Där alla områden har samma index finns inga typer.

Metod: index = Σ vikt · variabel / Σ |vikt|. SCB:s och Delmos socioekonomiska index är medelvärdet av tre andelar i procent, med lika vikter och none: låg ekonomisk standard, högst nioårig skola samt långvarigt stöd eller arbetslöshet. Källa: SCB och Delmos, socioekonomiskt index.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Färdsätt</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>mån</translation>
    </message>
    <message>
        <source>Moran's I</source>
        <translation>Morans I</translation>
    </message>
    <message>
        <source>Moran's I (row-standardised)</source>
        <translation>Morans I (radstandardiserade vikter)</translation>
    </message>
    <message>
        <source>Moran's I of the whole map</source>
        <translation>Morans I för hela kartan</translation>
    </message>
    <message>
        <source>Moran's I of the whole map is not defined.</source>
        <translation>Morans I för hela kartan kan inte beräknas.</translation>
    </message>
    <message>
        <source>Moran's I of the whole map: {i} (without any pattern {e}); p {p}, two-sided, under randomisation.</source>
        <translation>Morans I för hela kartan: {i} (utan något mönster {e}); p {p}, tvåsidigt, under slumpfördelning av värdena.</translation>
    </message>
    <message>
        <source>More of the group than people: counted as all</source>
        <translation>Fler i gruppen än invånare: räknas som alla</translation>
    </message>
    <message>
        <source>More than 1 % of the weight in {n} zones lies outside the areas; the people there are not counted: {list}.</source>
        <translation>Zoner där mer än 1 % av vikten ligger utanför områdena; invånarna där räknas inte ({n} st): {list}.</translation>
    </message>
    <message>
        <source>More than 5 % of the ground of {n} zones lies outside the areas, perhaps as sea; nobody is counted there: {list}.</source>
        <translation>Zoner där mer än 5 % av ytan ligger utanför områdena, kanske som hav; där räknas ingen ({n} st): {list}.</translation>
    </message>
    <message>
        <source>Most changes (blank = any number)</source>
        <translation>Högst antal byten (tomt = hur många som helst)</translation>
    </message>
    <message>
        <source>Most disadvantaged fifth</source>
        <translation>Mest utsatta femtedelen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Flytta</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Flytta hit</translation>
    </message>
    <message>
        <source>Move in the scenario</source>
        <translation>Flytta i scenariot</translation>
    </message>
    <message>
        <source>Moved in during the last year, aged 1 and over (field)</source>
        <translation>Inflyttade under det senaste året, från 1 år (fält)</translation>
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

OUTPUT is the centres with listed_before, listed_after, change, supply (places by NORM and CAPACITY after the changes), over_norm_before, over_norm_after, pay_change (change × PAY_PER_LISTED), outcome (remains, closes, closed, not_open) and status. FLOWS goes from area and closing centre to centre. Numbers and changes from 1 up to below MINIMUM are left empty with the status suppressed, and so are the others that would tell them. Hidden numbers of LISTINGS can not be moved and are counted.

Method: today's choice shares; people's real choice may differ, and places at the receiving centres do not limit it.</source>
        <translation>Flyttar de listade vid vårdcentraler som stänger till dem som är kvar, och visar vilka som då överskrider normen och hur ersättningen ändras.

LISTINGS är en tabell med area_code, unit_id, number, date och status; det senaste datumet räknas. FACILITIES är vårdcentralerna; med kolumnerna opened och closed finns en vårdcentral från det år den öppnar till året innan den stänger. CHANGES har samma kolumner som ett scenarios ändringar: facility_id, action, year, service, capacity; SCENARIO väljer ett scenario efter namn, YEAR det år som visas (tomt = efter den sista ändringen). Bara close, open för en vårdcentral i FACILITIES, och capacity för heltid_specialist eller heltid_st har betydelse; övriga ändringar räknas. Listade vid vårdcentraler som är stängda enligt registret flyttar också.

De listade vid en vårdcentral som stänger, och som bor i ett område, fördelas så som områdets övriga listade är fördelade i dag bland de kvarvarande vårdcentralerna, avrundat till hela personer med största rest-metoden. Där ingen annan i området är listad någon annanstans går de till den närmaste kvarvarande vårdcentralen enligt MATRIX: origin_id = områdeskod, facility_id och minutes, som AREA_MINUTES från Listningsflöden. Utan den är de oplacerade: de räknas, och står i FLOWS utan to_unit. Ingen går till en stängd vårdcentral, och ingen försvinner ur summorna.

OUTPUT är vårdcentralerna med listed_before, listed_after, change, supply (platser enligt NORM och CAPACITY efter ändringarna), over_norm_before, over_norm_after, pay_change (change × PAY_PER_LISTED), outcome (remains, closes, closed, not_open) och status. FLOWS går från område och stängd vårdcentral till vårdcentral. Antal och ändringar från 1 till under MINIMUM lämnas tomma med status suppressed, och likaså de andra som skulle röja dem. Dolda tal i LISTINGS kan inte flyttas; hur många de är redovisas.

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
        <source>Municipalities</source>
        <translation>Kommuner</translation>
    </message>
    <message>
        <source>Municipalities as a division in the workspace</source>
        <translation>Kommunerna som indelning i arbetsytan</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommun</translation>
    </message>
    <message>
        <source>Municipality (code)</source>
        <translation>Kommun (kod)</translation>
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
        <source>Municipality code or name.</source>
        <translation>Kommunkod eller namn.</translation>
    </message>
    <message>
        <source>Municipality of an area (field)</source>
        <translation>Områdets kommun (fält)</translation>
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
        <source>Municipality, county or area.</source>
        <translation>Kommun, län eller område.</translation>
    </message>
    <message>
        <source>NATIONAL_MEAN is 0. Give the nation's points per person, or leave it blank.</source>
        <translation>NATIONAL_MEAN är 0. Ange rikets poäng per person, eller lämna det tomt.</translation>
    </message>
    <message>
        <source>NATIONAL_MEAN is blank: cni_ratio is empty. cni_per_person is on the scale points per person.</source>
        <translation>NATIONAL_MEAN är tomt: cni_ratio är tomt. cni_per_person är på skalan poäng per person.</translation>
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
        <source>Name (field)</source>
        <translation>Namn (fält)</translation>
    </message>
    <message>
        <source>Name of RegSO in the key (field; blank = look for it)</source>
        <translation>RegSO:s namn i nyckeln (fält; tomt = letas upp)</translation>
    </message>
    <message>
        <source>Name of municipality in the key (field; blank = look for it)</source>
        <translation>Kommunens namn i nyckeln (fält; tomt = letas upp)</translation>
    </message>
    <message>
        <source>Name of the area type</source>
        <translation>Områdestypens namn</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>Kopians namn</translation>
    </message>
    <message>
        <source>Name of the file at Lastkajen</source>
        <translation>Filens namn i Lastkajen</translation>
    </message>
    <message>
        <source>Name of the likely duplicate</source>
        <translation>Den troliga dubblettens namn</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Scenariots namn</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Funktionens eller specialitetens namn</translation>
    </message>
    <message>
        <source>Name of the zone (field)</source>
        <translation>Zonens namn (fält)</translation>
    </message>
    <message>
        <source>Name the field of the date, or write the DATE of the whole table.</source>
        <translation>Ange datumfältet, eller skriv hela tabellens DATE.</translation>
    </message>
    <message>
        <source>Name the field of the number waiting, of the share over 90 days, or both.</source>
        <translation>Ange fältet för antal väntande, för andelen över 90 dagar, eller båda.</translation>
    </message>
    <message>
        <source>Name the field of the squares' ids (ID_FIELD), or choose SIDE so that the geometry can say them.</source>
        <translation>Ange fältet med rutornas id (ID_FIELD), eller välj SIDE så att geometrin kan säga det.</translation>
    </message>
    <message>
        <source>Name the field of the sum of points, of the points per person, or of the ratio.</source>
        <translation>Ange fältet med poängsumman, med poängen per person eller med kvoten.</translation>
    </message>
    <message>
        <source>Named as the age groups of RATES.</source>
        <translation>Med samma namn som åldersgrupperna i RATES.</translation>
    </message>
    <message>
        <source>Named as the forecast's age groups, such as age_0_4. Each is shared out by itself.</source>
        <translation>Med samma namn som prognosens åldersgrupper, till exempel age_0_4. Varje grupp fördelas för sig.</translation>
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
        <source>Names the areas in messages, and settles ties.</source>
        <translation>Namnger områdena i meddelanden och avgör ordningen vid lika värden.</translation>
    </message>
    <message>
        <source>Names the places in links and tables.</source>
        <translation>Namnger orterna i länkar och tabeller.</translation>
    </message>
    <message>
        <source>Names the squares in messages.</source>
        <translation>Namnger rutorna i meddelanden.</translation>
    </message>
    <message>
        <source>Names the units in messages, and settles who gets a krona left over.</source>
        <translation>Namnger vårdenheterna i meddelanden och avgör vem som får en krona som blir över.</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Närmare</translation>
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
        <source>Nearest people (numbers, with commas)</source>
        <translation>Närmaste invånare (antal, med kommatecken emellan)</translation>
    </message>
    <message>
        <source>Nearest place of a higher level</source>
        <translation>Närmaste ort på högre nivå</translation>
    </message>
    <message>
        <source>Nearest place of a higher level, id</source>
        <translation>Närmaste ort på högre nivå, id</translation>
    </message>
    <message>
        <source>Nearest place that has it</source>
        <translation>Närmaste ort som har det</translation>
    </message>
    <message>
        <source>Nearest place that has it, id</source>
        <translation>Närmaste ort som har det, id</translation>
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
        <source>Need (1–3; 3 = the greatest)</source>
        <translation>Vårdbehov (1–3; 3 = störst)</translation>
    </message>
    <message>
        <source>Need and access</source>
        <translation>Vårdbehov och geografisk tillgänglighet</translation>
    </message>
    <message>
        <source>Need and access, people per class</source>
        <translation>Vårdbehov och geografisk tillgänglighet, invånare per klass</translation>
    </message>
    <message>
        <source>Need and access: who has great need and poor access</source>
        <translation>Vårdbehov och geografisk tillgänglighet: vilka har stort behov och lång väg</translation>
    </message>
    <message>
        <source>Need and capacity per unit</source>
        <translation>Behov och kapacitet per vårdenhet</translation>
    </message>
    <message>
        <source>Need index (table)</source>
        <translation>Vårdbehovsindex (tabell)</translation>
    </message>
    <message>
        <source>Need is measured as</source>
        <translation>Vårdbehovet mäts som</translation>
    </message>
    <message>
        <source>Need of care</source>
        <translation>Vårdbehov</translation>
    </message>
    <message>
        <source>Need of care (field)</source>
        <translation>Vårdbehov (fält)</translation>
    </message>
    <message>
        <source>Need of care and travel time</source>
        <translation>Vårdbehov och restid</translation>
    </message>
    <message>
        <source>Need of care and travel time, people per class</source>
        <translation>Vårdbehov och restid, invånare per klass</translation>
    </message>
    <message>
        <source>Need of the listed</source>
        <translation>Vårdbehov bland listade</translation>
    </message>
    <message>
        <source>Need of the listed (ecological estimate)</source>
        <translation>Vårdbehov bland listade (ekologisk skattning)</translation>
    </message>
    <message>
        <source>Need per listed, such as the Care Need Index, by where the listed live.</source>
        <translation>Vårdbehov per listad, till exempel Care Need Index, efter var de listade bor.</translation>
    </message>
    <message>
        <source>Need per year</source>
        <translation>Behov per år</translation>
    </message>
    <message>
        <source>Need × access</source>
        <translation>Behov × tillgång</translation>
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
        <source>Needed unless VERIFY_ONLY.</source>
        <translation>Behövs om inte VERIFY_ONLY.</translation>
    </message>
    <message>
        <source>Needed where NORM is an own number.</source>
        <translation>Krävs när NORM är ett eget tal.</translation>
    </message>
    <message>
        <source>Needed where the key leads to several vintages, or where it or TO_AREAS does not say which.</source>
        <translation>Behövs när nyckeln leder till flera årgångar, eller när den eller TO_AREAS inte anger vilken.</translation>
    </message>
    <message>
        <source>Needs groups: name a field as GROUP.</source>
        <translation>Kräver grupper: ange ett fält som GROUP.</translation>
    </message>
    <message>
        <source>Needs that were not whole patients were rounded.</source>
        <translation>Behov som inte var hela patienter avrundades.</translation>
    </message>
    <message>
        <source>Need–access (3-3 = great need, poor access)</source>
        <translation>Vårdbehov–geografisk tillgänglighet (3-3 = stort vårdbehov, sämst geografisk tillgänglighet)</translation>
    </message>
    <message>
        <source>Negative: the most disadvantaged have more than an equal share.</source>
        <translation>Negativt: de mest utsatta har mer än en lika stor del.</translation>
    </message>
    <message>
        <source>Neighbourhoods of the nearest people</source>
        <translation>Grannskap: de närmaste invånarna</translation>
    </message>
    <message>
        <source>Neighbours are</source>
        <translation>Grannar är</translation>
    </message>
    <message>
        <source>Neighbours with a value</source>
        <translation>Grannar med värde</translation>
    </message>
    <message>
        <source>Neither polygons nor LAND_AREA: delta is left out.</source>
        <translation>Varken ytor eller LAND_AREA: delta utelämnas.</translation>
    </message>
    <message>
        <source>Neither the listings nor the changes have a year. Give YEAR.</source>
        <translation>Varken de listade eller ändringarna har ett år. Ange YEAR.</translation>
    </message>
    <message>
        <source>Net migration per 1 000 above what its access would suggest</source>
        <translation>Flyttnetto per 1 000 utöver det som väntas av den geografiska tillgängligheten</translation>
    </message>
    <message>
        <source>Net migration per 1 000 people</source>
        <translation>Flyttnetto per 1 000 invånare</translation>
    </message>
    <message>
        <source>Net migration, people (field)</source>
        <translation>Flyttnetto, personer (fält)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Vägnät</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Vägnätsfil</translation>
    </message>
    <message>
        <source>Network files (*.npz)</source>
        <translation>Vägnätsfiler (*.npz)</translation>
    </message>
    <message>
        <source>Network with the factors</source>
        <translation>Vägnätsfil med faktorerna</translation>
    </message>
    <message>
        <source>Neutral: a share of the pot by index, the rest by listed</source>
        <translation>Neutral: en andel av potten efter index, resten efter listade</translation>
    </message>
    <message>
        <source>New code (field; blank = to_code or new_code)</source>
        <translation>Ny kod (fält; tomt = to_code eller new_code)</translation>
    </message>
    <message>
        <source>New people by the last of YEARS, from dwellings in plans. Blank = none.</source>
        <translation>Nya invånare till det sista året i YEARS, från bostäder i planer. Tomt = inga.</translation>
    </message>
    <message>
        <source>New people from dwellings in plans. They count as people in every YEAR that the forecast is shared out: run a year at a time, each with those that have moved in by then.</source>
        <translation>Nya invånare från bostäder i planer. De räknas som invånare i varje YEAR som prognosen fördelas för: kör ett år i taget, med dem som har flyttat in till dess.</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>Nytt scenario</translation>
    </message>
    <message>
        <source>New {type}</source>
        <translation>Ny {type}</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nytt…</translation>
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
        <source>No area changed type.</source>
        <translation>Inget område bytte typ.</translation>
    </message>
    <message>
        <source>No area has a code that begins with one of FORECAST. Its first codes are {list}.</source>
        <translation>Inget område har en kod som börjar med någon i FORECAST. De första koderna där är {list}.</translation>
    </message>
    <message>
        <source>No area has a number in each of {fields}, and people. Choose other fields.</source>
        <translation>Inget område har både antal invånare och ett tal i vart och ett av fälten {fields}. Välj andra fält.</translation>
    </message>
    <message>
        <source>No area has a value, people and a rank. Check the fields VALUE, POPULATION and RANK.</source>
        <translation>Inget område har både värde, invånare och rang. Kontrollera fälten VALUE, POPULATION och RANK.</translation>
    </message>
    <message>
        <source>No area has both a type and a number of people in both years. Check the four fields.</source>
        <translation>Inget område har både typ och antal invånare båda åren. Kontrollera de fyra fälten.</translation>
    </message>
    <message>
        <source>No area of TABLE ({list}) is a RegSO code, or a name in KEY such as {names}. Choose another field as TABLE_AREA.</source>
        <translation>Inget område i TABLE ({list}) är en RegSO-kod eller ett namn i KEY, till exempel {names}. Välj ett annat fält som TABLE_AREA.</translation>
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
        <source>No cell of GRID has a place and a weight above 0, so nothing tells where people live. Choose another grid or weight, or METHOD areal.</source>
        <translation>Ingen ruta i GRID har både ett läge och en vikt över 0, så inget visar var invånarna bor. Välj andra rutor eller en annan vikt, eller METHOD areal.</translation>
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
        <source>No changes yet. Choose Add, Move, Close or Change role, and click on the map.</source>
        <translation>Inga ändringar än. Välj Lägg till, Flytta, Stäng eller Ändra roll och klicka i kartan.</translation>
    </message>
    <message>
        <source>No code of TABLE is a code of AREAS. TABLE has for instance {table}, AREAS {areas}. Choose other code fields.</source>
        <translation>Ingen kod i TABLE är en kod i AREAS. TABLE har till exempel {table}, AREAS {areas}. Välj andra kodfält.</translation>
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
        <source>No digital plan in the stages {stages} was found in {codes}. That does not mean that there is none: only plans delivered digitally are here, mostly adopted ones. Ask the municipality.</source>
        <translation>Ingen digital plan i skedena {stages} hittades i {codes}. Det betyder inte att det inte finns någon: här finns bara planer som levererats digitalt, mest antagna. Fråga kommunen.</translation>
    </message>
    <message>
        <source>No digital plan was found in {codes}. That does not mean that there is none: only plans delivered digitally are here. Ask the municipality.</source>
        <translation>Ingen digital plan hittades i {codes}. Det betyder inte att det inte finns någon: här finns bara planer som levererats digitalt. Fråga kommunen.</translation>
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
        <source>No frozen layer is called {name}. Choose LAYER among: {list}.</source>
        <translation>Inget fryst lager heter {name}. Välj LAYER bland: {list}.</translation>
    </message>
    <message>
        <source>No indicator was chosen.</source>
        <translation>Inget mått är valt.</translation>
    </message>
    <message>
        <source>No line can be drawn: too few areas, or no variation.</source>
        <translation>Ingen linje kan dras: för få områden, eller ingen variation.</translation>
    </message>
    <message>
        <source>No line has the value {value} in {field}. Check how the field is filled in.</source>
        <translation>Ingen linje har värdet {value} i {field}. Kontrollera hur fältet är ifyllt.</translation>
    </message>
    <message>
        <source>No longer in the source</source>
        <translation>Finns inte längre i källan</translation>
    </message>
    <message>
        <source>No municipality of {region} is known. Fetch its areas into the workspace first.</source>
        <translation>Ingen kommun i {region} är känd. Hämta först områdena till arbetsytan.</translation>
    </message>
    <message>
        <source>No operator is known for {region}. Write its short name at Trafiklab in OPERATOR.</source>
        <translation>Inget trafikbolag är känt för {region}. Skriv dess kortnamn hos Trafiklab i OPERATOR.</translation>
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
        <source>No place has: {list}. Is it in FACILITIES or SERVICES, with the ids that the rules use?</source>
        <translation>Ingen ort har: {list}. Finns det i FACILITIES eller SERVICES, med de id som reglerna använder?</translation>
    </message>
    <message>
        <source>No point has the code of an area. The points' first codes are {list}. Choose the same code in both.</source>
        <translation>Ingen punkt har koden för något område. Punkternas första koder är {list}. Välj samma slags kod i båda.</translation>
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
        <source>No provision has the category Vård or a letter that begins with D: this release says nothing of care.</source>
        <translation>Ingen bestämmelse har kategorin Vård eller en beteckning som börjar på D: utgåvan säger inget om vård.</translation>
    </message>
    <message>
        <source>No row of LISTINGS has an id of {layer}. Choose the same id field as in the table; its first ids are {list}.</source>
        <translation>Ingen rad i LISTINGS har ett id som finns i {layer}. Välj samma id-fält som i tabellen; dess första id är {list}.</translation>
    </message>
    <message>
        <source>No row of PREVIOUS has an id of INPUT. Choose the same table as published before.</source>
        <translation>Ingen rad i PREVIOUS har ett id som finns i INPUT. Välj samma tabell som publicerades förra gången.</translation>
    </message>
    <message>
        <source>No row of the follow-up has an id of UNITS. Choose the same id field as in the follow-up; its first ids are {list}.</source>
        <translation>Ingen rad i uppföljningen har ett id från UNITS. Välj samma id-fält som i uppföljningen; dess första id är {list}.</translation>
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
        <source>No square's centre lies in the areas of region {region}.</source>
        <translation>Ingen ruta har sin mittpunkt i områdena i region {region}.</translation>
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
        <source>No unit gets less. Blank = none.</source>
        <translation>Ingen vårdenhet får mindre. Tomt = inget golv.</translation>
    </message>
    <message>
        <source>No unit gets more. Blank = none.</source>
        <translation>Ingen vårdenhet får mer. Tomt = inget tak.</translation>
    </message>
    <message>
        <source>No unit has a capacity of the kind listade in the workspace to compare with.</source>
        <translation>Ingen enhet har en kapacitet av slaget listade i arbetsytan att jämföra med.</translation>
    </message>
    <message>
        <source>No unit has any listed, so there is nobody to share among.</source>
        <translation>Ingen vårdenhet har några listade, så det finns ingen att fördela till.</translation>
    </message>
    <message>
        <source>No unit is over the threshold, so nobody would get anything. Check the threshold and the index's scale.</source>
        <translation>Ingen vårdenhet ligger över tröskeln, så ingen skulle få något. Kontrollera tröskeln och indexets skala.</translation>
    </message>
    <message>
        <source>No unit without a grant is in the follow-up, so no change can be compared with theirs.</source>
        <translation>Ingen vårdenhet utan utvecklingspeng finns i uppföljningen, så ingen förändring kan jämföras med deras.</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Uppgift saknas</translation>
    </message>
    <message>
        <source>No value: nobody or everybody belongs to the group.</source>
        <translation>Inget värde: ingen eller alla hör till gruppen.</translation>
    </message>
    <message>
        <source>No value: the areas' size is not known.</source>
        <translation>Inget värde: områdenas areal är inte känd.</translation>
    </message>
    <message>
        <source>No value: the groups are more than all people, or everybody belongs to the same.</source>
        <translation>Inget värde: grupperna är fler än alla invånare, eller alla hör till en och samma.</translation>
    </message>
    <message>
        <source>No value: there are no polygons that touch.</source>
        <translation>Inget värde: det finns inga ytor som rör vid varandra.</translation>
    </message>
    <message>
        <source>No vehicle is met after START_TIME: only walking remains.</source>
        <translation>Inget fordon går efter START_TIME: det återstår bara att gå.</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>Ingen arbetsyta</translation>
    </message>
    <message>
        <source>Nobody can be served, so the choice has no value.</source>
        <translation>Ingen kan betjänas, så valet har inget värde.</translation>
    </message>
    <message>
        <source>Nobody is listed here: 0 kronor.</source>
        <translation>Ingen är listad här: 0 kronor.</translation>
    </message>
    <message>
        <source>Nobody lives in any area by {field}. Choose another field, or leave POPULATION blank.</source>
        <translation>Ingen bor i något område enligt {field}. Välj ett annat fält, eller lämna POPULATION tomt.</translation>
    </message>
    <message>
        <source>Nobody lives in the areas, so there is nothing to compare. Choose other fields or areas.</source>
        <translation>Ingen bor i områdena, så det finns inget att jämföra. Välj andra fält eller områden.</translation>
    </message>
    <message>
        <source>Nobody lives in the squares: every {field} is 0. Choose another field.</source>
        <translation>Ingen bor i rutorna: {field} är 0 överallt. Välj ett annat fält.</translation>
    </message>
    <message>
        <source>None besides those that stand with each layer.</source>
        <translation>Inga utöver dem som står vid varje lager.</translation>
    </message>
    <message>
        <source>None in the register.</source>
        <translation>Inget i registret.</translation>
    </message>
    <message>
        <source>None in this year; {n} in others.</source>
        <translation>Inget detta år; {n} andra år.</translation>
    </message>
    <message>
        <source>None is stored: make one in the Browser</source>
        <translation>Ingen är sparad: skapa en i Bläddraren</translation>
    </message>
    <message>
        <source>None of the {n} area codes is in the workspace's areas: {list}. Check AREA_FIELD, and that the areas are of the same level and vintage.</source>
        <translation>Ingen av de {n} områdeskoderna finns bland arbetsytans områden: {list}. Kontrollera AREA_FIELD, och att områdena är av samma nivå och årgång.</translation>
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
        <source>None: values as they are, in the same unit</source>
        <translation>Ingen: värden som de är, i samma enhet</translation>
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
        <source>North (field)</source>
        <translation>Norr (fält)</translation>
    </message>
    <message>
        <source>North (m)</source>
        <translation>Norr (m)</translation>
    </message>
    <message>
        <source>North (m, SWEREF 99 TM)</source>
        <translation>Norr (m, SWEREF 99 TM)</translation>
    </message>
    <message>
        <source>North (metres)</source>
        <translation>Nord (meter)</translation>
    </message>
    <message>
        <source>North and east were swapped</source>
        <translation>Norr och öst var omkastade</translation>
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
        <source>North or latitude.</source>
        <translation>Norr eller latitud.</translation>
    </message>
    <message>
        <source>Not all who are born abroad.</source>
        <translation>Inte alla som är utrikes födda.</translation>
    </message>
    <message>
        <source>Not computed. Run Catchments with people, and the numbers come from the result in the project.</source>
        <translation>Inte beräknat. Kör Upptagningsområden med invånare, så hämtas antalen ur resultatet i projektet.</translation>
    </message>
    <message>
        <source>Not every fact about this source was read in the source itself.</source>
        <translation>Alla uppgifter om källan är inte lästa i källan själv.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Okänt</translation>
    </message>
    <message>
        <source>Not measured: no outcome in or after the first year with money.</source>
        <translation>Ej mätt: det finns inget utfall från det första året med pengar eller senare.</translation>
    </message>
    <message>
        <source>Not measured: no year has an outcome.</source>
        <translation>Ej mätt: inget år har något utfall.</translation>
    </message>
    <message>
        <source>Not measured: only one year has an outcome.</source>
        <translation>Ej mätt: bara ett år har ett utfall.</translation>
    </message>
    <message>
        <source>Not measured: the unit is not in the follow-up.</source>
        <translation>Ej mätt: vårdenheten finns inte i uppföljningen.</translation>
    </message>
    <message>
        <source>Not one of the {n} squares lies in {division} of the workspace's region. Check the workspace, and that the ids are SWEREF 99 TM.</source>
        <translation>Ingen av de {n} rutorna ligger i {division} i arbetsytans region. Kontrollera arbetsytan, och att id:na är i SWEREF 99 TM.</translation>
    </message>
    <message>
        <source>Not one row has the id of a square, such as {list}. Choose the field of SCB's 13 digits (rutid_scb).</source>
        <translation>Ingen rad har id för en ruta, till exempel {list}. Välj fältet med SCB:s 13 siffror (rutid_scb).</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Inte läst</translation>
    </message>
    <message>
        <source>Not the ratio to the nation.</source>
        <translation>Inte kvoten mot riket.</translation>
    </message>
    <message>
        <source>Not whole people in {fields}. The index is made of numbers of people: shares would make it wrong.</source>
        <translation>{fields} innehåller annat än hela personer. Indexet bygger på antal personer: andelar skulle göra det fel.</translation>
    </message>
    <message>
        <source>Not written in UTF-8, read as Latin-1: {list}.</source>
        <translation>Inte skrivna i UTF-8, lästa som Latin-1: {list}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Nothing changed in this time.</source>
        <translation>Inget har ändrats under tiden.</translation>
    </message>
    <message>
        <source>Nothing runs on {date} in {path}. Check its days: at most trips of the day before or after are met there.</source>
        <translation>Inga turer går {date} i {path}. Kontrollera vilka dagar den gäller: på sin höjd räknas turer från dagen före eller efter.</translation>
    </message>
    <message>
        <source>Nothing says the type. Fill in its column. Give TYPE, if all rows are of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing says whether lower or higher is better for: {list}. Their direction is empty.</source>
        <translation>Det framgår inte om lägre eller högre är bättre för: {list}. Deras riktning är tom.</translation>
    </message>
    <message>
        <source>Nothing says which scale {field} is on: index_scale is empty. Give SCALE before it is compared.</source>
        <translation>Det framgår inte vilken skala {field} har: index_scale är tomt. Ange SCALE innan indexet jämförs.</translation>
    </message>
    <message>
        <source>Nothing says which vintage the {level} codes of {layer} are of. The same code may name different land in {known}: choose the vintage of {layer}, or the field that says it.</source>
        <translation>Det framgår inte vilken årgång {level}-koderna i {layer} hör till. Samma kod kan avse olika mark i {known}: välj årgång för {layer}, eller fältet som anger den.</translation>
    </message>
    <message>
        <source>Nothing was downloaded: the copy of {day} is young enough, or still the newest.</source>
        <translation>Inget laddades ner: kopian från {day} är färsk nog, eller fortfarande den senaste.</translation>
    </message>
    <message>
        <source>Nothing was downloaded: the kept copy is the newest delivery.</source>
        <translation>Inget laddades ner: den sparade kopian är den senaste leveransen.</translation>
    </message>
    <message>
        <source>Nothing was stored; what you had is left as it was.</source>
        <translation>Ingenting sparades; det du hade är kvar som det var.</translation>
    </message>
    <message>
        <source>Nothing was written: {count} rows of the table "{table}" have a "{column}" that is not in "{parent}", such as {values}. Add those first, or leave the rows out.</source>
        <translation>Inget skrevs: i tabellen ”{table}” har {count} av raderna ett värde i ”{column}” som inte finns i ”{parent}”, till exempel {values}. Lägg till dem först, eller utelämna raderna.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Number listed</source>
        <translation>Antal listade</translation>
    </message>
    <message>
        <source>Number listed (field)</source>
        <translation>Antal listade (fält)</translation>
    </message>
    <message>
        <source>Number of changes</source>
        <translation>Antal ändringar</translation>
    </message>
    <message>
        <source>Number of nearest areas</source>
        <translation>Antal närmaste områden</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>Antal personer</translation>
    </message>
    <message>
        <source>Number of people (field)</source>
        <translation>Antal invånare (fält)</translation>
    </message>
    <message>
        <source>Number of people (field; blank = areas count alike)</source>
        <translation>Antal invånare (fält; tomt = områden räknas lika)</translation>
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
        <source>Number of people in the area, of the same kind and date.</source>
        <translation>Antal invånare i området, av samma slag och datum.</translation>
    </message>
    <message>
        <source>Number of people in the area.</source>
        <translation>Antal invånare i området.</translation>
    </message>
    <message>
        <source>Number of people in the square.</source>
        <translation>Antal invånare i rutan.</translation>
    </message>
    <message>
        <source>Number of people today (field)</source>
        <translation>Antal invånare i dag (fält)</translation>
    </message>
    <message>
        <source>Number of people, not a share. Blank = the figures of AREAS are spread.</source>
        <translation>Antal invånare, inte en andel. Tomt = uppgifterna i AREAS sprids.</translation>
    </message>
    <message>
        <source>Number of people.</source>
        <translation>Antal invånare.</translation>
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
        <source>Number, date</source>
        <translation>Antal, datum</translation>
    </message>
    <message>
        <source>Numbers of people (fields)</source>
        <translation>Antal personer (fält)</translation>
    </message>
    <message>
        <source>Numbers of people of at least 1 but fewer than this are left empty, with the status suppressed, and so are those that would tell them by subtraction from the sums. Sums keep them.</source>
        <translation>Antal personer från 1 till under detta lämnas tomma med statusen suppressed, och likaså de tal som skulle röja dem genom subtraktion från summorna. Summorna behåller dem.</translation>
    </message>
    <message>
        <source>Numbers of people or things; never shares, means or indices.</source>
        <translation>Antal invånare eller annat som kan räknas; aldrig andelar, medelvärden eller index.</translation>
    </message>
    <message>
        <source>Numbers of people, not shares. Several groups are measured one by one and all at once.</source>
        <translation>Antal invånare, inte andelar. Flera grupper mäts var för sig och alla på en gång.</translation>
    </message>
    <message>
        <source>Numbers of people, not shares. Where somebody can belong to two groups, the measures of all groups at once mean nothing.</source>
        <translation>Antal invånare, inte andelar. Om någon kan höra till två grupper säger måtten för alla grupper på en gång ingenting.</translation>
    </message>
    <message>
        <source>Numbers of people; never shares, means or indices.</source>
        <translation>Antal invånare; aldrig andelar, medelvärden eller index.</translation>
    </message>
    <message>
        <source>Numbers over 0 and under this are hidden.</source>
        <translation>Tal över 0 och under detta döljs.</translation>
    </message>
    <message>
        <source>Numbers over 0 and under this are not told.</source>
        <translation>Tal över 0 och under detta redovisas inte.</translation>
    </message>
    <message>
        <source>Numbers that are not told because they are of few people</source>
        <translation>Tal som inte redovisas för att de gäller få personer</translation>
    </message>
    <message>
        <source>Numbers that differ by less are the same.</source>
        <translation>Tal som skiljer sig med mindre är samma.</translation>
    </message>
    <message>
        <source>Närområde (a health centre's surroundings)</source>
        <translation>Närområde</translation>
    </message>
    <message>
        <source>Närsjukvårdsområde (local care area)</source>
        <translation>Närsjukvårdsområde</translation>
    </message>
    <message>
        <source>Närvård keeps your region's facilities, people and statistics in a workspace: one file, or a shared database. Open one, create one, or look around in a county that is made up.</source>
        <translation>Närvård samlar regionens vårdenheter, invånare och statistik i en arbetsyta: en fil eller en gemensam databas. Öppna en, skapa en, eller se dig om i ett påhittat län.</translation>
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
        <source>Närvård: figures</source>
        <translation>Närvård: siffror</translation>
    </message>
    <message>
        <source>Närvård: make a scenario</source>
        <translation>Närvård: skapa ett scenario</translation>
    </message>
    <message>
        <source>Närvård: read the figures</source>
        <translation>Närvård: läs siffrorna</translation>
    </message>
    <message>
        <source>Närvård: read the workspace</source>
        <translation>Närvård: läs arbetsytan</translation>
    </message>
    <message>
        <source>Närvård: store the scenario</source>
        <translation>Närvård: spara scenariot</translation>
    </message>
    <message>
        <source>Närvård: the answer's numbers</source>
        <translation>Närvård: svarets siffror</translation>
    </message>
    <message>
        <source>Närvård: travel with the scenario</source>
        <translation>Närvård: restider med scenariot</translation>
    </message>
    <message>
        <source>Närvård: what changed</source>
        <translation>Närvård: vad som ändrats</translation>
    </message>
    <message>
        <source>OUTPUT then lists the files that are not as they were frozen.</source>
        <translation>OUTPUT listar då de filer som inte är som de frystes.</translation>
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
        <source>Of a municipality, RegSO, DeSO or region.</source>
        <translation>För en kommun, RegSO, DeSO eller region.</translation>
    </message>
    <message>
        <source>Of facilities that nothing tells the region of; blank = the workspace's.</source>
        <translation>För vårdenheter vars region inget säger; tomt = arbetsytans.</translation>
    </message>
    <message>
        <source>Of the place that year.</source>
        <translation>I kommunen eller länet det året.</translation>
    </message>
    <message>
        <source>Of the run, where they do not stand in the results' own metadata.</source>
        <translation>För körningen, där de inte står i resultatens egna metadata.</translation>
    </message>
    <message>
        <source>Of the same index, such as the nation's. Give both, with STANDARDISE none.</source>
        <translation>För samma index, till exempel rikets. Ange båda, med STANDARDISE none.</translation>
    </message>
    <message>
        <source>Of the x and y fields; blank = that of the layer TRIPS.</source>
        <translation>För fälten med x och y; tomt = samma som lagret TRIPS.</translation>
    </message>
    <message>
        <source>Of which areas that changed type, percentage points</source>
        <translation>Därav områden som bytte typ, procentenheter</translation>
    </message>
    <message>
        <source>Of which off the road (min)</source>
        <translation>varav utanför väg (min)</translation>
    </message>
    <message>
        <source>Of {n} neither huvudman nor driftsform is known from the operator's name; both are empty: {list}.</source>
        <translation>För {n} framgår varken huvudman eller driftsform av utförarens namn; båda är tomma: {list}.</translation>
    </message>
    <message>
        <source>Off: everything is kept, and what probably is in the register already stands there twice.</source>
        <translation>Av: allt behålls, och det som troligen redan finns i registret står där två gånger.</translation>
    </message>
    <message>
        <source>Old code (field; blank = from_code or old_code)</source>
        <translation>Gammal kod (fält; tomt = from_code eller old_code)</translation>
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
        <source>One of the two coordinates is missing.</source>
        <translation>En av de två koordinaterna saknas.</translation>
    </message>
    <message>
        <source>One or several of {known}.</source>
        <translation>En eller flera av {known}.</translation>
    </message>
    <message>
        <source>One row per area with access, net migration and people. A table does as well.</source>
        <translation>En rad per område med geografisk tillgänglighet, flyttnetto och invånare. En tabell går lika bra.</translation>
    </message>
    <message>
        <source>One row per area with need, access and people. A table does as well.</source>
        <translation>En rad per område med vårdbehov, geografisk tillgänglighet och invånare. En tabell går lika bra.</translation>
    </message>
    <message>
        <source>One row per area, unit or group.</source>
        <translation>En rad per område, vårdenhet eller grupp.</translation>
    </message>
    <message>
        <source>One row per facility and service, with its hours and years; the workspace's table services.</source>
        <translation>En rad per vårdenhet och funktion eller specialitet, med tider och år; arbetsytans tabell över utbud (services).</translation>
    </message>
    <message>
        <source>One row per facility and service. Needed where the rules ask for services, as the plugin's own do.</source>
        <translation>En rad per vårdenhet och funktion eller specialitet. Behövs när reglerna frågar efter utbud, vilket tilläggets egna gör.</translation>
    </message>
    <message>
        <source>One row per old and new area, with the share of the old one's people.</source>
        <translation>En rad per gammalt och nytt område, med andelen av det gamla områdets invånare.</translation>
    </message>
    <message>
        <source>One row per place and year, such as the workspace's table forecasts or one from Statistics Sweden.</source>
        <translation>En rad per kommun eller län och år, till exempel arbetsytans tabell forecasts eller en tabell från SCB.</translation>
    </message>
    <message>
        <source>One row per service and age group.</source>
        <translation>En rad per vårdslag och åldersgrupp.</translation>
    </message>
    <message>
        <source>One row per square.</source>
        <translation>En rad per ruta.</translation>
    </message>
    <message>
        <source>One station more or fewer</source>
        <translation>En station fler eller färre</translation>
    </message>
    <message>
        <source>One trip for everybody, one way; not how many trips people make, nor whether there is room.</source>
        <translation>En resa för var och en, enkel väg; inte hur många resor som görs, och inte om platserna räcker.</translation>
    </message>
    <message>
        <source>One type and its narrower ones, or all.</source>
        <translation>En typ och de som hör under den, eller alla.</translation>
    </message>
    <message>
        <source>One-way (field)</source>
        <translation>Enkelriktat (fält)</translation>
    </message>
    <message>
        <source>Only a target value</source>
        <translation>Bara målvärde</translation>
    </message>
    <message>
        <source>Only check that nothing has been changed</source>
        <translation>Kontrollera bara att ingenting har ändrats</translation>
    </message>
    <message>
        <source>Only checked against the total, such as people of 65 and over.</source>
        <translation>Kontrolleras bara mot totalen, till exempel invånare 65 år och äldre.</translation>
    </message>
    <message>
        <source>Only facilities whose hours hold that time count. Blank: opening hours are not asked about.</source>
        <translation>Bara vårdenheter som är öppna då räknas. Tomt: hänsyn tas inte till öppettider.</translation>
    </message>
    <message>
        <source>Only for the collection of borders.</source>
        <translation>Bara för datamängden med gränser.</translation>
    </message>
    <message>
        <source>Only for the vehicle hours.</source>
        <translation>Bara för fordonstimmarna.</translation>
    </message>
    <message>
        <source>Only plans in these stages (; between)</source>
        <translation>Bara planer i dessa planskeden (; emellan)</translation>
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
        <source>Only the own region's people are counted; {n} people of neighbours are not.</source>
        <translation>Bara den egna regionens invånare räknas; grannarnas {n} invånare gör det inte.</translation>
    </message>
    <message>
        <source>Only these are shared out.</source>
        <translation>Bara dessa fördelas.</translation>
    </message>
    <message>
        <source>Only these municipalities (codes, ; between)</source>
        <translation>Bara dessa kommuner (koder, ; emellan)</translation>
    </message>
    <message>
        <source>Only these regions (codes with ; between)</source>
        <translation>Bara dessa regioner (koder med ; emellan)</translation>
    </message>
    <message>
        <source>Only what the register lacks</source>
        <translation>Bara det som saknas i registret</translation>
    </message>
    <message>
        <source>Only where no value means that nobody gets there. Otherwise such areas get no class.</source>
        <translation>Bara om ett saknat värde betyder att ingen når fram. Annars får sådana områden ingen klass.</translation>
    </message>
    <message>
        <source>Only where there are no counts per square: a layer or table of areas, whose share every square in them gets.</source>
        <translation>Bara när antal per ruta saknas: ett lager eller en tabell med områden, vars andel varje ruta i dem får.</translation>
    </message>
    <message>
        <source>Open Catchments</source>
        <translation>Öppna Upptagningsområden</translation>
    </message>
    <message>
        <source>Open a &amp;tool with this layer</source>
        <translation>Öppna ett &amp;verktyg med detta lager</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>Öppna en arbetsyta först.</translation>
    </message>
    <message>
        <source>Open a workspace to begin</source>
        <translation>Öppna en arbetsyta för att börja</translation>
    </message>
    <message>
        <source>Open from (field, HH:MM)</source>
        <translation>Öppet från (fält, TT:MM)</translation>
    </message>
    <message>
        <source>Open or create a workspace</source>
        <translation>Öppna eller skapa en arbetsyta</translation>
    </message>
    <message>
        <source>Open the map page</source>
        <translation>Öppna kartsidan</translation>
    </message>
    <message>
        <source>Open to (field, HH:MM)</source>
        <translation>Öppet till (fält, TT:MM)</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Öppna arbetsyta</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>Öppna arbetsyta…</translation>
    </message>
    <message>
        <source>OpenDocument text (*.odt)</source>
        <translation>OpenDocument-text (*.odt)</translation>
    </message>
    <message>
        <source>OpenStreetMap</source>
        <translation>OpenStreetMap</translation>
    </message>
    <message>
        <source>OpenStreetMap is incomplete, most of all for health centres: use it to find what your own register lacks, never instead of it. A facility that is missing here may very well exist.</source>
        <translation>OpenStreetMap är ofullständig, mest för vårdcentraler: använd den för att hitta det som saknas i det egna registret, aldrig i dess ställe. En vårdenhet som saknas här kan mycket väl finnas.</translation>
    </message>
    <message>
        <source>Opened (field)</source>
        <translation>Öppnad (fält)</translation>
    </message>
    <message>
        <source>Opened (year)</source>
        <translation>Öppnad (år)</translation>
    </message>
    <message>
        <source>Opens in {opened}: it does not stand in {year} yet.</source>
        <translation>Öppnar {opened}: finns inte än år {year}.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öppna…</translation>
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
        <source>Operator</source>
        <translation>Utförare</translation>
    </message>
    <message>
        <source>Operator (field)</source>
        <translation>Utförare (fält)</translation>
    </message>
    <message>
        <source>Operator (short name at Trafiklab)</source>
        <translation>Trafikbolag (kortnamn hos Trafiklab)</translation>
    </message>
    <message>
        <source>Or a file that QGIS does not open (JSON)</source>
        <translation>Eller en fil som QGIS inte öppnar (JSON)</translation>
    </message>
    <message>
        <source>Or give INPUT.</source>
        <translation>Eller ange INPUT.</translation>
    </message>
    <message>
        <source>Or give TABLE and AREAS.</source>
        <translation>Eller ange TABLE och AREAS.</translation>
    </message>
    <message>
        <source>Orders the people by need or means, such as a need index or an income.</source>
        <translation>Ordnar invånarna efter behov eller resurser, till exempel ett vårdbehovsindex eller en inkomst.</translation>
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
        <source>Other addresses of sources</source>
        <translation>Andra adresser till källor</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Andra filer</translation>
    </message>
    <message>
        <source>Other parts of the people (fields)</source>
        <translation>Andra delar av invånarna (fält)</translation>
    </message>
    <message>
        <source>Other types</source>
        <translation>Övriga typer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Outcome (field)</source>
        <translation>Utfall (fält)</translation>
    </message>
    <message>
        <source>Outcome after</source>
        <translation>Utfall efter</translation>
    </message>
    <message>
        <source>Outcome before</source>
        <translation>Utfall före</translation>
    </message>
    <message>
        <source>Outlines this near are the same border (m)</source>
        <translation>Gränslinjer så här nära varandra räknas som samma gräns (m)</translation>
    </message>
    <message>
        <source>Over 30 min</source>
        <translation>Över 30 min</translation>
    </message>
    <message>
        <source>Over 65 and living alone (field)</source>
        <translation>Ensamboende över 65 år (fält)</translation>
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
        <source>Own figure minus sum</source>
        <translation>Egen siffra minus summan</translation>
    </message>
    <message>
        <source>Own index (derived, not official; higher = worse)</source>
        <translation>Eget index (härlett, ej officiellt; högre = sämre)</translation>
    </message>
    <message>
        <source>Own index, standard deviations from the mean</source>
        <translation>Eget index, standardavvikelser från medelvärdet</translation>
    </message>
    <message>
        <source>Own index, status</source>
        <translation>Eget index, status</translation>
    </message>
    <message>
        <source>Own list</source>
        <translation>Egen lista</translation>
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
        <source>Own socioeconomic index</source>
        <translation>Eget socioekonomiskt index</translation>
    </message>
    <message>
        <source>Own socioeconomic index and area type (derived)</source>
        <translation>Eget socioekonomiskt index och områdestyp (härledd)</translation>
    </message>
    <message>
        <source>Own type, or inherited from its RegSO</source>
        <translation>Egen typ, eller ärvd från sitt RegSO</translation>
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
        <source>PER_PERSON_FIELD holds ratios and RATIO_FIELD points per person, by their size. Exchange the two fields.</source>
        <translation>Av storleken att döma innehåller PER_PERSON_FIELD kvoter och RATIO_FIELD poäng per person. Byt plats på de två fälten.</translation>
    </message>
    <message>
        <source>PLACES has no usable point.</source>
        <translation>PLACES har ingen användbar punkt.</translation>
    </message>
    <message>
        <source>POINTS has no squares with a place. Choose another layer, or clear its filter and selection.</source>
        <translation>POINTS har inga rutor med ett läge. Välj ett annat lager, eller ta bort filter och urval.</translation>
    </message>
    <message>
        <source>POPULATION is blank: each point counts as one person.</source>
        <translation>POPULATION är tomt: varje punkt räknas som en invånare.</translation>
    </message>
    <message>
        <source>POT must be whole kronor, at least 1.</source>
        <translation>POT måste vara hela kronor, minst 1.</translation>
    </message>
    <message>
        <source>PREVIOUS needs ID, so that each row finds its earlier numbers.</source>
        <translation>PREVIOUS kräver ID, så att varje rad hittar sina tidigare tal.</translation>
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
        <source>Page</source>
        <translation>Sida</translation>
    </message>
    <message>
        <source>Pages, reports, timetables: copied byte for byte.</source>
        <translation>Sidor, rapporter, tidtabeller: kopieras byte för byte.</translation>
    </message>
    <message>
        <source>Pairs count up to and with {reach} minutes.</source>
        <translation>Par räknas till och med {reach} minuter.</translation>
    </message>
    <message>
        <source>Pairs of likely duplicates</source>
        <translation>Par av troliga dubbletter</translation>
    </message>
    <message>
        <source>Pairs of zones that cover the same land</source>
        <translation>Par av zoner som täcker samma mark</translation>
    </message>
    <message>
        <source>Palma ratio of means</source>
        <translation>Palmakvot, medelvärden</translation>
    </message>
    <message>
        <source>Palma ratio of sums</source>
        <translation>Palmakvot, summor</translation>
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
        <source>People (points with a value)</source>
        <translation>Invånare (punkter med ett värde)</translation>
    </message>
    <message>
        <source>People (points)</source>
        <translation>Befolkning (punkter)</translation>
    </message>
    <message>
        <source>People (workspace)</source>
        <translation>Befolkning (arbetsyta)</translation>
    </message>
    <message>
        <source>People aged 16–64.</source>
        <translation>Personer 16–64 år.</translation>
    </message>
    <message>
        <source>People aged 25–64.</source>
        <translation>Personer 25–64 år.</translation>
    </message>
    <message>
        <source>People and care in coming years</source>
        <translation>Invånare och vård kommande år</translation>
    </message>
    <message>
        <source>People and their two nearest</source>
        <translation>Befolkningspunkter med sina två närmaste vårdenheter</translation>
    </message>
    <message>
        <source>People are handed over only when you ask for it.</source>
        <translation>Invånare lämnas ut bara när du begär det.</translation>
    </message>
    <message>
        <source>People at each point.</source>
        <translation>Invånare i varje punkt.</translation>
    </message>
    <message>
        <source>People by age (fields)</source>
        <translation>Invånare per ålder (fält)</translation>
    </message>
    <message>
        <source>People by age (fields; blank = only the total)</source>
        <translation>Invånare per ålder (fält; tomt = bara totalen)</translation>
    </message>
    <message>
        <source>People by age (points)</source>
        <translation>Befolkning per ålder (punkter)</translation>
    </message>
    <message>
        <source>People by its squares</source>
        <translation>Invånare enligt områdets rutor</translation>
    </message>
    <message>
        <source>People by the workspace's areas</source>
        <translation>Invånare enligt arbetsytans områden</translation>
    </message>
    <message>
        <source>People in areas that meet it</source>
        <translation>Invånare i områden som når det</translation>
    </message>
    <message>
        <source>People in areas without a class</source>
        <translation>Invånare i områden utan klass</translation>
    </message>
    <message>
        <source>People in coming years</source>
        <translation>Invånare kommande år</translation>
    </message>
    <message>
        <source>People in coming years (forecast)</source>
        <translation>Invånare kommande år (prognos)</translation>
    </message>
    <message>
        <source>People in the areas that are measured.</source>
        <translation>Invånare i de områden som ingår i måtten.</translation>
    </message>
    <message>
        <source>People in the first year (field)</source>
        <translation>Invånare första året (fält)</translation>
    </message>
    <message>
        <source>People in the imported squares</source>
        <translation>Invånare i de importerade rutorna</translation>
    </message>
    <message>
        <source>People in the last year (field)</source>
        <translation>Invånare sista året (fält)</translation>
    </message>
    <message>
        <source>People in the ring</source>
        <translation>Invånare i ringen</translation>
    </message>
    <message>
        <source>People in the squares, now</source>
        <translation>Invånare i rutorna, nu</translation>
    </message>
    <message>
        <source>People in the workspace's areas</source>
        <translation>Invånare i arbetsytans områden</translation>
    </message>
    <message>
        <source>People measured</source>
        <translation>Invånare i måtten</translation>
    </message>
    <message>
        <source>People near</source>
        <translation>Invånare i närheten</translation>
    </message>
    <message>
        <source>People of squares and areas compared</source>
        <translation>Invånare i rutor och områden jämförda</translation>
    </message>
    <message>
        <source>People of the group (field of AREAS)</source>
        <translation>Invånare i gruppen (fält i AREAS)</translation>
    </message>
    <message>
        <source>People of the group (field)</source>
        <translation>Invånare i gruppen (fält)</translation>
    </message>
    <message>
        <source>People of the group (one or several fields)</source>
        <translation>Invånare i gruppen (ett eller flera fält)</translation>
    </message>
    <message>
        <source>People of the group at an earlier date (fields)</source>
        <translation>Invånare i gruppen vid ett tidigare datum (fält)</translation>
    </message>
    <message>
        <source>People of the place, for SUMMARY. Blank = places only.</source>
        <translation>Ortens invånare, för SUMMARY. Tomt = bara orter.</translation>
    </message>
    <message>
        <source>People or dwellings in the cell. A cell without a value is left out, counted and listed.</source>
        <translation>Invånare eller bostäder i rutan. En ruta utan värde utelämnas, räknas och listas.</translation>
    </message>
    <message>
        <source>People or visits at each point. A missing or negative number stops the tool.</source>
        <translation>Invånare eller besök i varje punkt. Ett saknat eller negativt tal stoppar verktyget.</translation>
    </message>
    <message>
        <source>People over 65 who live alone.</source>
        <translation>Personer över 65 år som är ensamboende.</translation>
    </message>
    <message>
        <source>People per facility</source>
        <translation>Invånare per vårdenhet</translation>
    </message>
    <message>
        <source>People reached ({k} nearest)</source>
        <translation>Invånare som nås ({k} närmaste)</translation>
    </message>
    <message>
        <source>People squares</source>
        <translation>Rutor med invånare</translation>
    </message>
    <message>
        <source>People squares left out, which the own region has</source>
        <translation>Utelämnade rutor med invånare, som den egna regionen har</translation>
    </message>
    <message>
        <source>People that plans add (field)</source>
        <translation>Invånare som planer tillför (fält)</translation>
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
        <source>People who get a longer way.</source>
        <translation>Invånare som får längre restid.</translation>
    </message>
    <message>
        <source>People who get a shorter way.</source>
        <translation>Invånare som får kortare restid.</translation>
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
        <source>People who get nearer and farther, by area type</source>
        <translation>Invånare som får närmare och längre, efter områdestyp</translation>
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
        <source>People with a value</source>
        <translation>Invånare med ett värde</translation>
    </message>
    <message>
        <source>People with great need and poor access</source>
        <translation>Invånare med stort vårdbehov och dålig geografisk tillgänglighet</translation>
    </message>
    <message>
        <source>People with more than 30 minutes or without reach, before and after.</source>
        <translation>Invånare med mer än 30 minuter eller som inte når någon enhet, före och efter.</translation>
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
        <source>People without (no reach)</source>
        <translation>Invånare utan värde (inget inom räckhåll)</translation>
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
        <source>People without a rank</source>
        <translation>Invånare utan rang</translation>
    </message>
    <message>
        <source>People without a value</source>
        <translation>Invånare utan värde</translation>
    </message>
    <message>
        <source>People without reach after</source>
        <translation>Invånare utan vård inom räckhåll efter</translation>
    </message>
    <message>
        <source>People {year} (forecast)</source>
        <translation>Invånare {year} (prognos)</translation>
    </message>
    <message>
        <source>People {year}, forecast</source>
        <translation>Invånare {year}, prognos</translation>
    </message>
    <message>
        <source>People, first year</source>
        <translation>Invånare, första året</translation>
    </message>
    <message>
        <source>People, last year, in the areas of the type in the first year</source>
        <translation>Invånare sista året, i de områden som hade typen första året</translation>
    </message>
    <message>
        <source>People, last year, in the areas of the type in the last year</source>
        <translation>Invånare sista året, i de områden som har typen sista året</translation>
    </message>
    <message>
        <source>People, last year, same areas</source>
        <translation>Invånare, sista året, samma områden</translation>
    </message>
    <message>
        <source>Per cent of the people in the first year; people more or fewer to the right.</source>
        <translation>Procent av invånarna första året; antal invånare fler eller färre till höger.</translation>
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
        <source>Permutations</source>
        <translation>Permutationer</translation>
    </message>
    <message>
        <source>Person-hours</source>
        <translation>Persontimmar</translation>
    </message>
    <message>
        <source>Pick it on the map, or write east,north [EPSG:3006].</source>
        <translation>Välj det på kartan, eller skriv öst,nord [EPSG:3006].</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Place a facility by hand</source>
        <translation>Placera en vårdenhet för hand</translation>
    </message>
    <message>
        <source>Place id (field; blank = feature id)</source>
        <translation>Ortens id (fält; tomt = objektets id)</translation>
    </message>
    <message>
        <source>Place known by</source>
        <translation>Läget kommer från</translation>
    </message>
    <message>
        <source>Place name (field)</source>
        <translation>Ortens namn (fält)</translation>
    </message>
    <message>
        <source>Place names</source>
        <translation>Ortnamn</translation>
    </message>
    <message>
        <source>Place, id</source>
        <translation>Ort, id</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orter</translation>
    </message>
    <message>
        <source>Places (points)</source>
        <translation>Orter (punkter)</translation>
    </message>
    <message>
        <source>Places and people per level</source>
        <translation>Orter och invånare per nivå</translation>
    </message>
    <message>
        <source>Places are checked against them; blank = the workspace's areas, if it has any.</source>
        <translation>Lägen kontrolleras mot dem; tomt = arbetsytans områden, om den har några.</translation>
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
        <source>Places farther away belong to nobody.</source>
        <translation>Platser längre bort hör inte till någon.</translation>
    </message>
    <message>
        <source>Places that have a level</source>
        <translation>Orter som har en nivå</translation>
    </message>
    <message>
        <source>Places where a facility could be, today's included if they may stay.</source>
        <translation>Platser där en vårdenhet kan ligga, även dagens om de får vara kvar.</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Oformaterad text (*.txt)</translation>
    </message>
    <message>
        <source>Plan cases</source>
        <translation>Planärenden</translation>
    </message>
    <message>
        <source>Points (field; blank = listed)</source>
        <translation>Poäng (fält; tomt = listade)</translation>
    </message>
    <message>
        <source>Points per person (field)</source>
        <translation>Poäng per person (fält)</translation>
    </message>
    <message>
        <source>Points per person were not held against points and people, as the file lacks one of them.</source>
        <translation>Poäng per person kontrollerades inte mot poängsumma och antal personer, eftersom filen saknar något av dem.</translation>
    </message>
    <message>
        <source>Points per person, ratio, or another index that a mean can be taken of.</source>
        <translation>Poäng per person, kvot eller ett annat index som det går att beräkna medelvärde av.</translation>
    </message>
    <message>
        <source>Points per side of a square cell</source>
        <translation>Punkter per sida av en kvadratisk ruta</translation>
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
        <source>Points, or squares read by their centre: where in an area people live. Needed for dasymetric.</source>
        <translation>Punkter, eller rutor som läses efter sin mittpunkt: var i ett område invånarna bor. Krävs för dasymetric.</translation>
    </message>
    <message>
        <source>Polygons that meet (queen, rook), or polygons or points (knn).</source>
        <translation>Ytor som möts (queen, rook), eller ytor eller punkter (knn).</translation>
    </message>
    <message>
        <source>Polygons that meet.</source>
        <translation>Ytor som möts.</translation>
    </message>
    <message>
        <source>Polygons, or a table of areas.</source>
        <translation>Ytor, eller en tabell över områden.</translation>
    </message>
    <message>
        <source>Population change per area</source>
        <translation>Befolkningsförändring per område</translation>
    </message>
    <message>
        <source>Population grid</source>
        <translation>Befolkningsrutor</translation>
    </message>
    <message>
        <source>Population growth by area type</source>
        <translation>Befolkningsökning efter områdestyp</translation>
    </message>
    <message>
        <source>Positive: the least disadvantaged have more than an equal share.</source>
        <translation>Positivt: de minst utsatta har mer än en lika stor del.</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postnummer</translation>
    </message>
    <message>
        <source>Postal code (field)</source>
        <translation>Postnummer (fält)</translation>
    </message>
    <message>
        <source>Postal town</source>
        <translation>Postort</translation>
    </message>
    <message>
        <source>Postal town (field)</source>
        <translation>Postort (fält)</translation>
    </message>
    <message>
        <source>Pot (kronor)</source>
        <translation>Pott (kronor)</translation>
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
        <source>Price (kronor)</source>
        <translation>Pris (kronor)</translation>
    </message>
    <message>
        <source>Price, second rule (kronor)</source>
        <translation>Pris, andra regeln (kronor)</translation>
    </message>
    <message>
        <source>Principal (huvudman)</source>
        <translation>Huvudman</translation>
    </message>
    <message>
        <source>Principal, huvudman (field)</source>
        <translation>Huvudman (fält)</translation>
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
        <source>Profile of catchments and other zones</source>
        <translation>Profil för upptagningsområden och andra zoner</translation>
    </message>
    <message>
        <source>Profile of the zones</source>
        <translation>Zonernas profil</translation>
    </message>
    <message>
        <source>Progress of the refresh</source>
        <translation>Hur långt uppdateringen har kommit</translation>
    </message>
    <message>
        <source>Properties (fastighetsindelning)</source>
        <translation>Fastighetsindelning</translation>
    </message>
    <message>
        <source>Proportional: the pot by listed × index</source>
        <translation>Proportionell: potten efter listade × index</translation>
    </message>
    <message>
        <source>Proposed factors on drive time per class: {list}.</source>
        <translation>Föreslagna faktorer på körtid per vägklass: {list}.</translation>
    </message>
    <message>
        <source>Protect small numbers before a table is shown</source>
        <translation>Skydda små tal innan en tabell visas (röjandekontroll)</translation>
    </message>
    <message>
        <source>Protected table</source>
        <translation>Skyddad tabell</translation>
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
        <source>Published for: {levels}. Summed up here; an area where any part lacks its figure has none.</source>
        <translation>Publicerat för: {levels}. Här sammanräknat; ett område där någon del saknar uppgift har ingen.</translation>
    </message>
    <message>
        <source>Published for: {levels}. There are no figures for this level, and none are made up for it.</source>
        <translation>Publicerat för: {levels}. Det finns inga uppgifter för den här nivån, och inga hittas på.</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Utgivare</translation>
    </message>
    <message>
        <source>Put there afterwards: {list}.</source>
        <translation>Ditlagda efteråt: {list}.</translation>
    </message>
    <message>
        <source>Puts SCB's five area types (områdestyp) on areas as they are published: 1 great socioeconomic challenges, 2 socioeconomic challenges, 3 mixed, 4 good and 5 very good socioeconomic conditions.

TABLE is SCB's table TAB6586 (socioekonomiskt index), saved as CSV with codes or with names such as Upplands Väsby (Bollstanäs); notes after the figures are left out. The year of a column's name or of YEAR_FIELD tells the vintage: RegSO 2020 through 2023, RegSO 2025 from 2024. The columns are found by their names, or chosen.

SCB sets the types for RegSO. A DeSO inherits the type of the RegSO that it lies in, through KEY (SCB's key file from DeSO to RegSO, of the same vintage) or the field REGSO_FIELD, and is marked inherited. KEY is also needed where TABLE has names. The index is not inherited: it exists only for RegSO.

OUTPUT is AREAS with area_type, area_type_name, socioeconomic_index, area_type_source (own or inherited), regso_code and area_type_year. What SCB leaves open (..) is empty, never a type. How SCB draws the lines between the types is not published; own classes from socioeconomicindex are another thing.

Method: join by code or full name and vintage. Source: SCB, TAB6586 and the key DeSO–RegSO.</source>
        <translation>Ger områden SCB:s fem områdestyper så som de är publicerade: 1 stora socioekonomiska utmaningar, 2 socioekonomiska utmaningar, 3 socioekonomiskt blandat område, 4 goda och 5 mycket goda socioekonomiska förutsättningar.

TABLE är SCB:s tabell TAB6586 (socioekonomiskt index), sparad som CSV med koder eller med namn som Upplands Väsby (Bollstanäs); anmärkningar efter siffrorna läses inte. Året i ett kolumnnamn eller i YEAR_FIELD anger årgången: RegSO 2020 till och med 2023, RegSO 2025 från och med 2024. Kolumnerna hittas via namnen, eller väljs.

SCB bestämmer typerna för RegSO. Ett DeSO ärver typen från det RegSO som det ligger i, genom KEY (SCB:s nyckelfil från DeSO till RegSO, av samma årgång) eller fältet REGSO_FIELD, och märks inherited (ärvd). KEY behövs också när TABLE har namn. Indexet ärvs inte: det finns bara för RegSO.

OUTPUT är AREAS med area_type, area_type_name, socioeconomic_index, area_type_source (own = egen eller inherited = ärvd), regso_code och area_type_year. Det som SCB inte anger (..) är tomt, aldrig en typ. Hur SCB drar gränserna mellan typerna är inte publicerat; egna klasser från socioeconomicindex är något annat.

Metod: koppling på kod eller fullständigt namn och årgång. Källa: SCB, TAB6586 och nyckeln DeSO–RegSO.</translation>
    </message>
    <message>
        <source>Puts the county's road network (NVDB, homogenised) as a GeoPackage into FOLDER. OUTPUT is what Compile road network takes as ROADS, with PRESET nvdb.

Whoever has the zip from Lastkajen already gives it as FILE and needs no account. Otherwise AUTH is an account at Lastkajen (user name and password, the kind Basic in QGIS's authentication store): the tool signs in, finds the county's file by name, takes a ticket that holds for a minute, and downloads the zip once; the same delivery is never downloaded twice. FILE_NAME chooses a file of the county's package where none or several fit.

Method: the zip is checked before anything is unpacked; of its layers the one is taken that has lines with a speed limit (F_Hogst…), in whatever letter case. It must be in SWEREF 99 TM. Date and number of objects are read from Leveransinformation.txt. Layers of single attributes are left out and told. Source: Trafikverket, NVDB.</source>
        <translation>Lägger länets vägnät (NVDB, homogeniserat) som GeoPackage i FOLDER. OUTPUT är det som Bygg vägnät tar som ROADS, med PRESET nvdb.

Den som redan har zipfilen från Lastkajen anger den som FILE och behöver inget konto. Annars är AUTH ett konto i Lastkajen (användarnamn och lösenord, typen Basic i QGIS autentiseringsregister): verktyget loggar in, hittar länets fil på namnet, tar en biljett som gäller en minut och laddar ner zipfilen en gång; samma leverans laddas aldrig ner två gånger. FILE_NAME väljer en fil ur länets paket när ingen eller flera passar.

Metod: zipfilen kontrolleras innan något packas upp; av lagren tas det som har linjer med hastighetsgräns (F_Hogst…), oavsett stora och små bokstäver. Det måste vara i SWEREF 99 TM. Datum och antal objekt läses ur Leveransinformation.txt. Lager med enstaka företeelser utelämnas och nämns. Källa: Trafikverket, NVDB.</translation>
    </message>
    <message>
        <source>Python's openpyxl is not installed here, so no workbook can be made. Choose the format csv.</source>
        <translation>Pythonpaketet openpyxl finns inte här, så ingen arbetsbok kan göras. Välj formatet csv.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Fråga</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Frågor</translation>
    </message>
    <message>
        <source>Questions to run</source>
        <translation>Frågor att köra</translation>
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
        <source>RATES cannot be read at “{text}”. Write name=part/whole, such as share_old=old/population, with ; between several.</source>
        <translation>RATES går inte att läsa vid ”{text}”. Skriv namn=del/helhet, till exempel share_old=old/population, med ; mellan flera.</translation>
    </message>
    <message>
        <source>RATES has no service {names}. It has: {known}.</source>
        <translation>RATES har inget vårdslag {names}. Där finns: {known}.</translation>
    </message>
    <message>
        <source>RATES has two rates called {name}. Give each its own name.</source>
        <translation>RATES har två andelar som heter {name}. Ge var och en ett eget namn.</translation>
    </message>
    <message>
        <source>RATES is made from {name}, which is no field of {layer}.</source>
        <translation>RATES räknas ur {name}, som inte är något fält i {layer}.</translation>
    </message>
    <message>
        <source>REGION must be a two-digit county code, such as 08.</source>
        <translation>REGION måste vara en länskod med två siffror, till exempel 08.</translation>
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
        <source>RT 90, SWEREF 99 TM and WGS 84 are told from their size; what fits none or several is rejected.</source>
        <translation>RT 90, SWEREF 99 TM och WGS 84 skiljs åt på talens storlek; det som passar inget eller flera avvisas.</translation>
    </message>
    <message>
        <source>Raise it where the areas were drawn each for themselves, with gaps between them (queen, rook).</source>
        <translation>Höj den när områdena är ritade var för sig, med glipor mellan (queen, rook).</translation>
    </message>
    <message>
        <source>Rank (1 = worst)</source>
        <translation>Rang (1 = värst)</translation>
    </message>
    <message>
        <source>Rank (field)</source>
        <translation>Rang (fält)</translation>
    </message>
    <message>
        <source>Rank by need and access (1 = first)</source>
        <translation>Rang efter vårdbehov och geografisk tillgänglighet (1 = först)</translation>
    </message>
    <message>
        <source>Rank of need times rank of access (0–1)</source>
        <translation>Rang för vårdbehov gånger rang för geografisk tillgänglighet (0–1)</translation>
    </message>
    <message>
        <source>Ranks: the share that lies below</source>
        <translation>Ranger: andelen som ligger under</translation>
    </message>
    <message>
        <source>Ratio to the nation (field)</source>
        <translation>Kvot mot riket (fält)</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Uppda&amp;tera</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>Reg&amp;ion</translation>
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
        <source>Read again</source>
        <translation>Läs om</translation>
    </message>
    <message>
        <source>Read as SHARE_AS says.</source>
        <translation>Läses så som SHARE_AS anger.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Tolkning</translation>
    </message>
    <message>
        <source>Reading the figures of the workspace…</source>
        <translation>Läser arbetsytans siffror…</translation>
    </message>
    <message>
        <source>Reading the register, the people and the road network…</source>
        <translation>Läser register, invånare och vägnät…</translation>
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
        <source>Reading the workspace</source>
        <translation>Läser arbetsytan</translation>
    </message>
    <message>
        <source>Reading what changed…</source>
        <translation>Läser vad som ändrats…</translation>
    </message>
    <message>
        <source>Reading what the workspace can answer…</source>
        <translation>Läser vad arbetsytan kan svara på…</translation>
    </message>
    <message>
        <source>Reads a division that a region has made itself (länsdel, närsjukvårdsområde, delregional vårdsamverkan, närområde) as zones, which catchmentprofile and other tools then answer about.

Either INPUT: polygons with an id and a name; several of one id become one zone. Or TABLE: a list of codes and the zone of each, with AREAS whose polygons are joined to zones. A code is of a municipality, RegSO, DeSO or region; an area that is listed itself goes before its RegSO, municipality and region, so that a municipality can be divided. RegSO codes on DeSO need REGSO_FIELD. Codes of another vintage than that of AREAS are refused.

OUTPUT has zone_id, kind, name, region, source, source_date, population (the sum of POPULATION over a zone's areas; empty for polygons and where an area's is unknown) and areas. Land that several zones cover, and land of AREAS that none does, is told in km² and never put right. UNPLACED lists areas without a zone, and codes without an area.

With WORKSPACE the zones are kept in its table divisions, by zone_id and kind: a zone that is there already is replaced and counts as changed, unless it is the same. Importing the same file twice changes nothing.

Method: union of the polygons per zone. Source: the region's own, as you state it in SOURCE.</source>
        <translation>Läser en indelning som en region själv har gjort (länsdel, närsjukvårdsområde, delregional vårdsamverkan, närområde) som zoner, som catchmentprofile och andra verktyg sedan kan redovisa för.

Antingen INPUT: ytor med id och namn; flera med samma id blir en zon. Eller TABLE: en lista med varje kods zon, och AREAS vars ytor slås ihop till zoner. En kod gäller en kommun, RegSO, DeSO eller region; ett område som självt finns i listan har företräde framför sitt RegSO, sin kommun och sin region, så att en kommun kan delas. RegSO-koder på DeSO behöver REGSO_FIELD. Koder av en annan årgång än AREAS avvisas.

OUTPUT har zone_id, kind, name, region, source, source_date, population (summan av POPULATION över zonens områden; tom för ytor och när ett områdes antal är okänt) och areas. Mark som flera zoner täcker, och mark i AREAS som ingen täcker, redovisas i km² och rättas aldrig. UNPLACED listar områden utan zon och koder utan område.

Med WORKSPACE sparas zonerna i tabellen divisions, efter zone_id och kind: en zon som redan finns där ersätts och räknas som ändrad, om den inte är densamma. Att importera samma fil två gånger ändrar ingenting.

Metod: sammanslagning av ytorna per zon. Källa: regionens egen, så som du anger den i SOURCE.</translation>
    </message>
    <message>
        <source>Reads facilities with services and capacity from a register's file or a layer into the workspace.

PRESET says how the table is written: HSA (RT 90, X is north), Pipos (X is east), OpenStreetMap (tags), Närvård's own template (made with facilitytemplate) or an own table, whose columns the field parameters name. CSV with semicolon, comma or tab, decimal comma, UTF-8 or Windows' letters, Excel, OpenDocument and JSON are read as text.

Nothing is guessed in silence. A type that is not known is rejected with its word; TYPE_MAP says what words mean and TYPE what a table without types holds. Words for huvudman and driftsform that do not tell are left empty and counted. The reference system is told from the size of the coordinates; swapped north and east are put right and listed; what fits none or several systems is rejected.

Places are checked against REGION_AREAS or the workspace's areas. Outside within TOLERANCE, or with an own municipality code, they are kept and listed; with a neighbour's region code they are the neighbour's; others are rejected. Facilities without coordinates are imported without a place, and placed with placefacility; a place set by hand moves only when the source brings coordinates.

The same id changes the facility there; a blank cell leaves what the workspace has, except the year of closing. The same name and type within DISTANCE under another id is listed in DUPLICATES. What is no longer in the source (of the same region and type) is listed, and removed only with REMOVE_MISSING. Importing the same file twice changes nothing.

Method: one transaction, whole or not at all. Source: the register's file, told with date and checksum in the table sources; one older than two years is warned of.</source>
        <translation>Läser vårdenheter med utbud och kapacitet ur ett registers fil eller ett lager till arbetsytan.

PRESET säger hur tabellen är skriven: HSA (RT 90, X är norr), Pipos (X är öst), OpenStreetMap (taggar), Närvårds egen mall (görs med facilitytemplate) eller en egen tabell, vars kolumner fältparametrarna pekar ut. CSV med semikolon, komma eller tabb, decimalkomma, UTF-8 eller Windows bokstäver, Excel, OpenDocument och JSON läses som text.

Inget gissas i tysthet. En typ som inte är känd avvisas med sitt ord; TYPE_MAP säger vad ord betyder och TYPE vad en tabell utan typer innehåller. Ord för huvudman och driftsform som inte säger något lämnas tomma och räknas. Referenssystemet känns igen på koordinaternas storlek; omkastade norr och öst rättas och räknas upp; det som passar inget eller flera system avvisas.

Lägen kontrolleras mot REGION_AREAS eller arbetsytans områden. Utanför men inom TOLERANCE, eller med egen kommunkod, behålls de och räknas upp; med en grannregions kod är de grannregionens; övriga avvisas. Vårdenheter utan koordinater importeras utan läge och placeras med placefacility; ett läge som satts för hand ändras bara när källan har koordinater.

Samma id ändrar vårdenheten som finns; en tom cell lämnar det som arbetsytan har, utom stängningsåret. Samma namn och typ inom DISTANCE under ett annat id räknas upp i DUPLICATES. Det som inte längre finns i källan (av samma region och typ) räknas upp, och tas bort bara med REMOVE_MISSING. Att importera samma fil två gånger ändrar inget.

Metod: en transaktion, allt eller inget. Källa: registrets fil, med datum och kontrollsumma i tabellen sources; för en äldre än två år varnas det.</translation>
    </message>
    <message>
        <source>Reads how many of each area's people are listed at each health centre into the workspace.

INPUT is a table or CSV file. FORM long: a row per area and unit, with area code, unit id, number and date in the fields named. FORM matrix: a row per area and a column per unit, called by the unit's id (UNIT_FIELDS; blank = every other column). DATE says the day of the whole table.

A hidden cell (&lt;5, .., x, -) becomes empty with the status suppressed, never 0. Numbers over 0 and under MINIMUM are hidden too, so that the workspace keeps nothing of so few people; clear HIDE only where your rules allow it. An empty cell is missing, unless EMPTY_AS says that it means 0. What is hidden here can still be worked out from other tables: use protectsmallnumbers before a table is shown.

Area codes lose the ending _DeSO2025 and get a lost leading zero back; codes of several vintages are refused. Codes and units that the workspace does not have are kept, counted and listed: they may be a neighbour's. Sums (totalt, summa) are rejected. UNITS compares each unit's listed with its capacity (listade), and says whether hidden cells can be the difference.

The rows stand instead of the workspace's rows of the same units and dates. Importing the same file twice changes nothing. OUTPUT is the rows imported, REJECTED the others with the reason.

Method: one key per figure (area, unit, date); the workspace is written in one transaction, or not at all. Source: the region's listing register, as exported by the user.</source>
        <translation>Läser in i arbetsytan hur många av varje områdes invånare som är listade vid varje hälsocentral.

INPUT är en tabell eller CSV-fil. FORM long: en rad per område och enhet, med områdeskod, enhetens id, antal och datum i de fält som anges. FORM matrix: en rad per område och en kolumn per enhet, som heter som enhetens id (UNIT_FIELDS; tomt = alla andra kolumner). DATE anger hela tabellens dag.

En dold cell (&lt;5, .., x, -) blir tom med statusen suppressed, aldrig 0. Tal över 0 och under MINIMUM döljs också, så att arbetsytan inte sparar något om så få personer; stäng av HIDE bara där era regler tillåter det. En tom cell är saknad, om inte EMPTY_AS säger att den betyder 0. Det som döljs här kan ändå räknas fram ur andra tabeller: använd protectsmallnumbers innan en tabell visas.

Områdeskoder mister ändelsen _DeSO2025 och får tillbaka en tappad inledande nolla; koder av flera årgångar avvisas. Koder och enheter som arbetsytan inte har behålls, räknas och listas: de kan vara en grannes. Summor (totalt, summa) avvisas. UNITS jämför varje enhets listade med dess kapacitet (listade) och säger om dolda celler kan förklara skillnaden.

Raderna ersätter arbetsytans rader för samma enheter och datum. Att importera samma fil två gånger ändrar ingenting. OUTPUT är de importerade raderna, REJECTED de övriga med skälet.

Metod: en nyckel per uppgift (område, enhet, datum); arbetsytan skrivs i en transaktion, eller inte alls. Källa: regionens listningsregister, som användaren har exporterat det.</translation>
    </message>
    <message>
        <source>Reads squares of people that the region has bought from SCB (250 m), or SCB's open square kilometres from a file, into the workspace's table people: a point in the middle of each square, with its people and ages in groups of five years.

INPUT is a table or layer. ID_FIELD is SCB's id of 13 digits (easting and northing of the lower left corner, SWEREF 99 TM), or E352000N6860000, 1kmN6860E352; the place comes from the id, so noise in coordinates does no harm. Without ID_FIELD the middle of each geometry says the square, and SIDE must be chosen. INSPIRE's ids (EPSG:3035) are another grid and are rejected.

Ages are recognised by name: ald0_4 or age_0_4 to 80–84, and 85 and over from ald85_89 … ald100w or age_85_plus; AGE_PREFIX where they are called something else. A group that is not told whole is empty, not 0.

Every square belongs to the area of the workspace (DIVISION) that its middle lies in. Squares in no area of the own region are rejected and counted, and so are unreadable ids. A missing or negative population stops the tool.

SCB protects every number on its own: where an age or a field in PARTS is more than the square's people, it is counted, listed and marked (over_total), and nothing is changed. The sum is told beside that of the areas, with both dates, and per area in AREAS.

The squares stand instead of the workspace's people of the region; where those are of another kind of square, REPLACE must be chosen. Importing the same file twice changes nothing.

Method: the middle of the square in the areas' polygons. Source: SCB, as bought or downloaded by the user.</source>
        <translation>Läser rutor med invånare som regionen har köpt från SCB (250 m), eller SCB:s öppna kilometerrutor från en fil, in i arbetsytans tabell people: en punkt mitt i varje ruta, med dess invånare och åldrar i femårsgrupper.

INPUT är en tabell eller ett lager. ID_FIELD är SCB:s id med 13 siffror (nedre vänstra hörnets öst- och nordkoordinat, SWEREF 99 TM), eller E352000N6860000, 1kmN6860E352; läget kommer från id:t, så brus i koordinaterna gör ingen skada. Utan ID_FIELD säger varje geometris mitt vilken ruta det är, och SIDE måste väljas. INSPIRE:s id:n (EPSG:3035) är ett annat rutnät och avvisas.

Åldrar känns igen på namnet: ald0_4 eller age_0_4 till 80–84, och 85 år och äldre från ald85_89 … ald100w eller age_85_plus; AGE_PREFIX där de heter något annat. En grupp som inte redovisas hel är tom, inte 0.

Varje ruta hör till det område i arbetsytan (DIVISION) som dess mitt ligger i. Rutor som inte ligger i något av den egna regionens områden avvisas och räknas, liksom oläsliga id:n. En saknad eller negativ folkmängd stoppar verktyget.

SCB skyddar varje tal för sig: där en ålder eller ett fält i PARTS är större än rutans invånare räknas, listas och märks rutan (over_total), och ingenting ändras. Summan redovisas bredvid områdenas, med båda datumen, och per område i AREAS.

Rutorna ersätter arbetsytans invånare i regionen; är de av ett annat slags rutor måste REPLACE väljas. Att importera samma fil två gånger ändrar ingenting.

Metod: rutans mitt i områdenas polygoner. Källa: SCB, som användaren har köpt eller laddat ned det.</translation>
    </message>
    <message>
        <source>Reads the Care Need Index (CNI) that a region has bought from SCB, per health centre or per area, from any table into the workspace. Of a centre, it is of the listed themselves, and goes before an estimate from the areas where they live.

INPUT is a table, a CSV or an Excel file. CODE_FIELD holds the unit's id or the area's code, as LEVEL says. The index has up to three scales, each in a field of its own: the sum of points (POINTS_FIELD), points per person (PER_PERSON_FIELD), and the ratio to the nation, where 1 = the nation (RATIO_FIELD). They are kept apart, and never converted into each other. DATE is the day that the numbers of people are of. An area code says nothing without VINTAGE.

Numbers may have a decimal comma and spaces. Hidden cells (.. or &lt;5) become empty with the status suppressed, not 0. A row whose points over people are not its points per person, but for the last digit, is rejected. A scale whose values look like another one is told, and nothing is changed.

A figure that is in the workspace already, of the same level, code, scale and date, is replaced and counts as changed, unless it is the same. Importing the same file twice changes nothing. OUTPUT is the rows imported, which can be joined to units or areas by code; REJECTED the others with the reason.

Method: one figure per scale in the table need_index; the workspace is written in one transaction, or not at all. Source: SCB, Care Need Index, as delivered to the region.</source>
        <translation>Läser Care Need Index (CNI) som en region har köpt av SCB, per vårdcentral eller per område, ur valfri tabell till arbetsytan. För en vårdcentral gäller det de listade själva, och har företräde framför en skattning från områdena där de bor.

INPUT är en tabell, en CSV-fil eller en Excelfil. CODE_FIELD innehåller vårdenhetens id eller områdets kod, enligt LEVEL. Indexet har upp till tre skalor, var och en i ett eget fält: poängsumman (POINTS_FIELD), poäng per person (PER_PERSON_FIELD) och kvoten mot riket, där 1 = riket (RATIO_FIELD). De hålls isär och räknas aldrig om till varandra. DATE är den dag som antalen personer gäller. En områdeskod säger ingenting utan VINTAGE.

Tal får ha decimalkomma och mellanslag. Dolda celler (.. eller &lt;5) blir tomma med status suppressed, inte 0. En rad vars poäng delade med antalet personer inte är dess poäng per person, så när som på sista siffran, avvisas. En skala vars värden ser ut som en annan påpekas, och ingenting ändras.

En uppgift som redan finns i arbetsytan, med samma nivå, kod, skala och datum, ersätts och räknas som ändrad, om den inte är densamma. Att importera samma fil två gånger ändrar ingenting. OUTPUT är de importerade raderna, som kan kopplas till vårdenheter eller områden med koden; REJECTED är de övriga med skälet.

Metod: en uppgift per skala i tabellen need_index; arbetsytan skrivs i en transaktion, eller inte alls. Källa: SCB, Care Need Index, som det har levererats till regionen.</translation>
    </message>
    <message>
        <source>Reads the file that a neighbour region has made with exportexchange into the workspace, so that its facilities (and people near the border) count across the border.

The file's format, version, columns, region and the checksum of each table are checked first: a file that is damaged or has been edited is refused, with what is wrong. The own region's rows are never touched: a file of the own region, or with an id that an own facility has, is refused; people squares that the own region has too are left out and listed.

The file's rows stand instead of the workspace's rows of that region: a facility that the neighbour no longer has is removed, with its services and capacity. A file without people leaves people as they are. OUTPUT lists every difference: table, key, what (added, changed, removed), column, before and after. Taking in the same file twice changes nothing.

A CSV file of facilities with the agreed columns and x, y in SWEREF 99 TM is taken too, but then nobody has vouched for date, licence or content. Services and capacity are then left as they are, but for facilities that are removed.

Method: agreed columns, version 1, SHA-256; one transaction, or nothing. Source: the neighbour region, as the file says.</source>
        <translation>Läser den fil som en grannregion har gjort med exportexchange in i arbetsytan, så att dess vårdenheter (och invånare nära gränsen) räknas över gränsen.

Filens format, version, kolumner, region och varje tabells kontrollsumma kontrolleras först: en fil som är skadad eller har redigerats avvisas, med vad som är fel. Den egna regionens rader rörs aldrig: en fil för den egna regionen, eller med ett id som en egen vårdenhet har, avvisas; rutor med invånare som den egna regionen också har utelämnas och listas.

Filens rader ersätter arbetsytans rader för den regionen: en vårdenhet som grannen inte längre har tas bort, med sitt utbud och sin kapacitet. En fil utan invånare lämnar invånarna som de är. OUTPUT listar varje skillnad: tabell, nyckel, vad som hänt (added, changed, removed), kolumn, före och efter. Att ta in samma fil två gånger ändrar ingenting.

En CSV-fil med vårdenheter, med de avtalade kolumnerna och x, y i SWEREF 99 TM, tas också emot, men då har ingen gått i god för datum, licens eller innehåll. Utbud och kapacitet lämnas då som de är, utom för vårdenheter som tas bort.

Metod: avtalade kolumner, version 1, SHA-256; en transaktion, eller ingenting. Källa: grannregionen, som filen säger.</translation>
    </message>
    <message>
        <source>Reads the follow-up of a socioeconomic development grant (socioekonomisk utvecklingspeng) from any table into the workspace: one row per unit, year, effort and indicator, with kronor and outcome. Follow-up of the development grant then reads it from there.

INPUT is a table or a CSV file; the field parameters say where each thing stands. Numbers may have a decimal comma and spaces. A unit without a grant, and a year before it, has the amount 0; an empty amount is not told. Hidden or empty outcomes (..) stay empty, not 0. Better is lower or higher (lägre, högre); BETTER holds for rows without a word of their own.

A row whose unit, year, effort and indicator are in the workspace replaces the figures there and counts as changed, unless they are the same. Importing the same file twice changes nothing. OUTPUT is the rows imported, REJECTED the others with the reason.

Method: one key per figure; the workspace is written in one transaction, or not at all. Source: the region's own follow-up.</source>
        <translation>Läser in uppföljningen av en socioekonomisk utvecklingspeng från valfri tabell till arbetsytan: en rad per vårdenhet, år, insats och mått, med kronor och utfall. Uppföljning av utvecklingspengen läser den sedan därifrån.

INPUT är en tabell eller CSV-fil; fältparametrarna anger var varje uppgift finns. Tal får ha decimalkomma och mellanslag. En vårdenhet utan utvecklingspeng, och ett år före den, har beloppet 0; ett tomt belopp är inte angivet. Dolda eller tomma utfall (..) förblir tomma, inte 0. Bättre är lower eller higher (lägre, högre); BETTER gäller för rader som inte anger det själva.

En rad vars vårdenhet, år, insats och mått finns i arbetsytan ersätter uppgifterna där och räknas som ändrad, om de inte är desamma. Att importera samma fil två gånger ändrar inget. OUTPUT är de importerade raderna, REJECTED de andra med skälet.

Metod: en nyckel per uppgift; arbetsytan skrivs i en transaktion, eller inte alls. Källa: regionens egen uppföljning.</translation>
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
        <source>Reason (word)</source>
        <translation>Skäl (ord)</translation>
    </message>
    <message>
        <source>Recognise by the columns</source>
        <translation>Känn igen på kolumnerna</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gör om</translation>
    </message>
    <message>
        <source>Reference (diarienummer)</source>
        <translation>Referens (diarienummer)</translation>
    </message>
    <message>
        <source>Reference system of the coordinates (blank = detected)</source>
        <translation>Koordinaternas referenssystem (tomt = känns igen)</translation>
    </message>
    <message>
        <source>Refresh with other se&amp;ttings…</source>
        <translation>Uppdatera med andra inställningar…</translation>
    </message>
    <message>
        <source>RegSO (field; blank = the first)</source>
        <translation>RegSO (fält; tomt = det första)</translation>
    </message>
    <message>
        <source>RegSO 2020 through 2023, RegSO 2025 from 2024.</source>
        <translation>RegSO 2020 till och med 2023, RegSO 2025 från och med 2024.</translation>
    </message>
    <message>
        <source>RegSO code</source>
        <translation>RegSO-kod</translation>
    </message>
    <message>
        <source>RegSO code in the key (field; blank = look for it)</source>
        <translation>RegSO-kod i nyckeln (fält; tomt = letas upp)</translation>
    </message>
    <message>
        <source>RegSO code of a DeSO (field)</source>
        <translation>RegSO-kod för ett DeSO (fält)</translation>
    </message>
    <message>
        <source>RegSO or DeSO code.</source>
        <translation>RegSO- eller DeSO-kod.</translation>
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
        <source>Region (two-digit county code)</source>
        <translation>Region (länskod med två siffror)</translation>
    </message>
    <message>
        <source>Region code (field)</source>
        <translation>Regionkod (fält)</translation>
    </message>
    <message>
        <source>Region of an area (field)</source>
        <translation>Områdets region (fält)</translation>
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
        <source>Region whose centres share the grant (code)</source>
        <translation>Region vars vårdcentraler delar på utvecklingspengen (kod)</translation>
    </message>
    <message>
        <source>Regions that border on this one on land.</source>
        <translation>Regioner som gränsar till denna på land.</translation>
    </message>
    <message>
        <source>Regions that border on this one on land; their areas must be in the workspace, too.</source>
        <translation>Regioner som gränsar till denna på land; deras områden måste också finnas i arbetsytan.</translation>
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
        <source>Rejected rows {list}: {reason}</source>
        <translation>Avvisade rader {list}: {reason}</translation>
    </message>
    <message>
        <source>Release (name or number)</source>
        <translation>Utgåva (namn eller nummer)</translation>
    </message>
    <message>
        <source>Release {name}: {n} provisions, {over} of them with a last day. Source: Boverket, Planbestämmelsekatalogen.</source>
        <translation>Utgåva {name}: {n} bestämmelser, {over} av dem med slutdatum. Källa: Boverket, Planbestämmelsekatalogen.</translation>
    </message>
    <message>
        <source>Remove what is no longer in the source</source>
        <translation>Ta bort det som inte längre finns i källan</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttagna</translation>
    </message>
    <message>
        <source>Removed facilities</source>
        <translation>Borttagna vårdenheter</translation>
    </message>
    <message>
        <source>Removed rows</source>
        <translation>Borttagna rader</translation>
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
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Results (layers)</source>
        <translation>Resultat (lager)</translation>
    </message>
    <message>
        <source>Results in the project</source>
        <translation>Resultat i projektet</translation>
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
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>Role (field)</source>
        <translation>Roll (fält)</translation>
    </message>
    <message>
        <source>Role (granted, comparison, unclear)</source>
        <translation>Roll (granted = har fått pengar, comparison = jämförelse, unclear = oklart)</translation>
    </message>
    <message>
        <source>Room counts within (minutes)</source>
        <translation>Platser räknas inom (minuter)</translation>
    </message>
    <message>
        <source>Row (its id), or file</source>
        <translation>Rad (dess id), eller fil</translation>
    </message>
    <message>
        <source>Row (its key)</source>
        <translation>Rad (dess nyckel)</translation>
    </message>
    <message>
        <source>Row of the input</source>
        <translation>Rad i indata</translation>
    </message>
    <message>
        <source>Row of the largest difference</source>
        <translation>Raden med den största skillnaden</translation>
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
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Rows in the frozen layer</source>
        <translation>Rader i det frysta lagret</translation>
    </message>
    <message>
        <source>Rows in the later result</source>
        <translation>Rader i det senare resultatet</translation>
    </message>
    <message>
        <source>Rows of area_code, unit_id, number, date and status, of the same vintage as AREAS.</source>
        <translation>Rader med area_code, unit_id, number, date och status, av samma årgång som AREAS.</translation>
    </message>
    <message>
        <source>Rows of capacity</source>
        <translation>Rader kapacitet</translation>
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
        <source>Rows of other regions are rejected; blank = all are imported.</source>
        <translation>Rader från andra regioner avvisas; tomt = alla importeras.</translation>
    </message>
    <message>
        <source>Rows of the areas' level without an area</source>
        <translation>Rader på områdenas nivå utan område</translation>
    </message>
    <message>
        <source>Rows of the table "{table}" can be added but never changed or removed.</source>
        <translation>Rader i tabellen ”{table}” kan läggas till men aldrig ändras eller tas bort.</translation>
    </message>
    <message>
        <source>Rows of unit_id, year, amount, effort, indicator, outcome and better; or give WORKSPACE.</source>
        <translation>Rader med unit_id, year, amount, effort, indicator, outcome och better; eller ange WORKSPACE.</translation>
    </message>
    <message>
        <source>Rows whose sums are known (field)</source>
        <translation>Rader vars summor är kända (fält)</translation>
    </message>
    <message>
        <source>Rows with a measured change</source>
        <translation>Rader med uppmätt förändring</translation>
    </message>
    <message>
        <source>Rows with money and no measured change</source>
        <translation>Rader med pengar utan uppmätt förändring</translation>
    </message>
    <message>
        <source>Rows {rows} of {file} have more cells than there are headings, so nobody can say which column they belong to. Nothing was taken in; ask the neighbour to correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Rule to compare with</source>
        <translation>Regel att jämföra med</translation>
    </message>
    <message>
        <source>Rules (JSON file; blank = the plugin's own)</source>
        <translation>Regler (JSON-fil; tomt = tilläggets egna)</translation>
    </message>
    <message>
        <source>SCALE says {given}, but the field {field} is named as {named}. Check which is right.</source>
        <translation>SCALE anger {given}, men fältet {field} heter som {named}. Kontrollera vilket som är rätt.</translation>
    </message>
    <message>
        <source>SCB has a layer for every year from 2015.</source>
        <translation>SCB har ett lager för varje år från 2015.</translation>
    </message>
    <message>
        <source>SCB perturbs its population figures a little from 2025 on, so parts do not sum to totals. Take a total from its own row.</source>
        <translation>SCB ändrar från och med 2025 sina befolkningssiffror något slumpmässigt (röjandeskydd), så delarna summerar inte till helheten. Hämta en total från dess egen rad.</translation>
    </message>
    <message>
        <source>SCB perturbs small counts from {year} on, so sums of age groups are off by a few people.</source>
        <translation>SCB ändrar små antal något från och med {year}, så summor av åldersgrupper avviker med några få personer.</translation>
    </message>
    <message>
        <source>SCB sets the types for RegSO: each DeSO has inherited that of its RegSO, and has no index of its own.</source>
        <translation>SCB bestämmer typerna för RegSO: varje DeSO har ärvt typen från sitt RegSO och har inget eget index.</translation>
    </message>
    <message>
        <source>SCB's area types (områdestyp)</source>
        <translation>SCB:s områdestyper</translation>
    </message>
    <message>
        <source>SCB's figures from the reference year 2025 on are changed a little for secrecy, so that parts need not add up to their total.</source>
        <translation>SCB:s uppgifter från och med referensår 2025 är något ändrade av sekretesskäl, så delarna behöver inte summera till helheten.</translation>
    </message>
    <message>
        <source>SCB's key file, with columns such as Kommunnamn, DeSO_2018, RegSO_2020 and RegSOkod_2020.</source>
        <translation>SCB:s nyckelfil, med kolumner som Kommunnamn, DeSO_2018, RegSO_2020 och RegSOkod_2020.</translation>
    </message>
    <message>
        <source>SCB's table of area types</source>
        <translation>SCB:s tabell över områdestyper</translation>
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
        <source>SHARES cannot be read at “{text}”. Write it as share_old=old/population.</source>
        <translation>SHARES går inte att läsa vid ”{text}”. Skriv det som share_old=old/population.</translation>
    </message>
    <message>
        <source>SOURCES holds {names}, which is no source. The sources are {known}.</source>
        <translation>SOURCES innehåller {names}, som inte är någon källa. Källorna är {known}.</translation>
    </message>
    <message>
        <source>SOURCE_DATE must be written as 2024-12-31.</source>
        <translation>SOURCE_DATE måste skrivas som 2024-12-31.</translation>
    </message>
    <message>
        <source>START_TIME and END_TIME must be times from 00:00 to 30:00, such as 07:00.</source>
        <translation>START_TIME och END_TIME måste vara klockslag från 00:00 till 30:00, till exempel 07:00.</translation>
    </message>
    <message>
        <source>Same name and type nearer than this, under different ids.</source>
        <translation>Samma namn och typ närmare än så, under olika id.</translation>
    </message>
    <message>
        <source>Sample county (made up)</source>
        <translation>Exempellän (påhittat)</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>lör</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Spara som</translation>
    </message>
    <message>
        <source>Save the chart as {kind}.</source>
        <translation>Spara diagrammet som {kind}.</translation>
    </message>
    <message>
        <source>Save the table as CSV.</source>
        <translation>Spara tabellen som CSV.</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Spara texten</translation>
    </message>
    <message>
        <source>Save the text…</source>
        <translation>Spara texten…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Sparat: {path}</translation>
    </message>
    <message>
        <source>Says how much care the people of each area ask for by their ages alone: people of each age times what one person of that age uses in a year.

RATES has one row per service and age group, with the use per person and year, from the region's own care data. AGE_FIELDS are the areas' people by age, named as the age groups; AGE_SUFFIX is what follows the group in their names, so that the fields of a forecast, such as age_0_4_2040, can be used for its horizon. SERVICE chooses among the services; blank takes all.

OUTPUT is the areas with demand_&lt;service&gt; and demand_ratio_&lt;service&gt;: demand per person over the mean of all, where 1 is the mean. SUMMARY has each service's demand in all.

What people use today is not what they need: those who wait, stay away or live far off use less. The ages say nothing of socioeconomic need; set the result beside the Care Need Index. An area without people in any age has no value: it is counted and listed.

Method: Σ people(age) × rate(age), indirect standardisation by age.</source>
        <translation>Visar hur mycket vård invånarna i varje område efterfrågar enbart utifrån ålder: antal invånare i varje ålder gånger vad en person i den åldern använder under ett år.

RATES har en rad per vårdslag och åldersgrupp, med användning per person och år, ur regionens egna vårddata. AGE_FIELDS är områdenas invånare per ålder, med åldersgruppernas namn; AGE_SUFFIX är det som följer efter gruppen i namnet, så att fälten från en prognos, som age_0_4_2040, kan användas för dess horisont. SERVICE väljer bland vårdslagen; tomt = alla.

OUTPUT är områdena med demand_&lt;vårdslag&gt; och demand_ratio_&lt;vårdslag&gt;: efterfrågan per person delad med medelvärdet för alla, där 1 är medelvärdet. SUMMARY har den samlade efterfrågan per vårdslag.

Det invånarna använder i dag är inte vad de behöver: den som väntar, avstår eller bor långt bort använder mindre. Åldern säger inget om socioekonomiskt vårdbehov; ställ resultatet bredvid Care Need Index. Ett område som saknar uppgift för någon ålder får inget värde: det räknas och listas.

Metod: Σ invånare(ålder) × tal(ålder), indirekt standardisering efter ålder.</translation>
    </message>
    <message>
        <source>Says of which vintage each code is, such as 2018, 2025 or SCB's 2025_v2.</source>
        <translation>Anger vilken årgång varje kod hör till, till exempel 2018, 2025 eller SCB:s 2025_v2.</translation>
    </message>
    <message>
        <source>Says ok, estimated, suppressed or missing, as in the workspace. Estimated figures are not masked by year.</source>
        <translation>Anger ok, estimated (skattad), suppressed (dold) eller missing (saknas), som i arbetsytan. Skattade siffror döljs inte efter år.</translation>
    </message>
    <message>
        <source>Says which columns mean what, and how coordinates are written.</source>
        <translation>Säger vad kolumnerna betyder och hur koordinater är skrivna.</translation>
    </message>
    <message>
        <source>Scale (number of counties)</source>
        <translation>Skala (antal län)</translation>
    </message>
    <message>
        <source>Scale of the index</source>
        <translation>Indexets skala</translation>
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
        <source>Scenario: change in travel time</source>
        <translation>Scenario: ändrad restid</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Search name, type, municipality or service</source>
        <translation>Sök namn, typ, kommun eller utbud</translation>
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
        <source>Second</source>
        <translation>Andra</translation>
    </message>
    <message>
        <source>Second minus first (kronor)</source>
        <translation>Andra minus första (kronor)</translation>
    </message>
    <message>
        <source>Second rule minus first (kronor)</source>
        <translation>Andra regeln minus första (kronor)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Slumpfrö</translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation>Slumptalsfrö för dragningarna</translation>
    </message>
    <message>
        <source>Segregation</source>
        <translation>Segregation</translation>
    </message>
    <message>
        <source>Segregation of groups among areas</source>
        <translation>Segregation: gruppers fördelning mellan områden</translation>
    </message>
    <message>
        <source>Serv&amp;ice</source>
        <translation>U&amp;tbud</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Funktion eller specialitet</translation>
    </message>
    <message>
        <source>Service (field)</source>
        <translation>Vårdslag (fält)</translation>
    </message>
    <message>
        <source>Service level (1 = the highest)</source>
        <translation>Servicenivå (1 = högst)</translation>
    </message>
    <message>
        <source>Service level there</source>
        <translation>Servicenivå där</translation>
    </message>
    <message>
        <source>Service level there (higher)</source>
        <translation>Servicenivå där (högre)</translation>
    </message>
    <message>
        <source>Service level, name</source>
        <translation>Servicenivå, namn</translation>
    </message>
    <message>
        <source>Service levels of places</source>
        <translation>Orternas servicenivåer</translation>
    </message>
    <message>
        <source>Service levels of places (structure picture)</source>
        <translation>Orternas servicenivåer (strukturbild)</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Utbud</translation>
    </message>
    <message>
        <source>Services (field)</source>
        <translation>Utbud (fält)</translation>
    </message>
    <message>
        <source>Services (table)</source>
        <translation>Utbud (tabell)</translation>
    </message>
    <message>
        <source>Services (with ; between; blank = all)</source>
        <translation>Vårdslag (med ; emellan; tomt = alla)</translation>
    </message>
    <message>
        <source>Services (workspace)</source>
        <translation>Utbud (arbetsyta)</translation>
    </message>
    <message>
        <source>Services added or changed</source>
        <translation>Utbud som tillkommit eller ändrats</translation>
    </message>
    <message>
        <source>Services and capacity have a table each, one row per service or figure, with the facility's id. In a CSV file they are columns; several services have | between them. Weekdays are written 1-5 for Monday to Friday, and hours 08:00-17:00.</source>
        <translation>Utbud och kapacitet har var sin tabell, en rad per utbud eller tal, med vårdenhetens id. I en CSV-fil är de kolumner; flera utbud har | emellan. Veckodagar skrivs 1-5 för måndag till fredag, och tider 08:00-17:00.</translation>
    </message>
    <message>
        <source>Services in the scenario</source>
        <translation>Utbud i scenariot</translation>
    </message>
    <message>
        <source>Services in {year}</source>
        <translation>Utbud {year}</translation>
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
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Settings (text or JSON)</source>
        <translation>Inställningar (text eller JSON)</translation>
    </message>
    <message>
        <source>Several frozen layers may be meant. Choose LAYER among: {list}.</source>
        <translation>Flera frysta lager kan avses. Välj LAYER bland: {list}.</translation>
    </message>
    <message>
        <source>Several rows have this id and tell different things.</source>
        <translation>Flera rader har detta id och säger olika saker.</translation>
    </message>
    <message>
        <source>Several rows of the same area, unit and date have different numbers.</source>
        <translation>Flera rader för samma område, enhet och datum har olika tal.</translation>
    </message>
    <message>
        <source>Several rows of the same code have different figures.</source>
        <translation>Flera rader med samma kod har olika uppgifter.</translation>
    </message>
    <message>
        <source>Several rows of the same region, unit, specialty, measure and period have different figures.</source>
        <translation>Flera rader med samma region, enhet, specialitet, mått och period har olika uppgifter.</translation>
    </message>
    <message>
        <source>Several rows of the same unit, year, effort and indicator have different figures.</source>
        <translation>Flera rader med samma vårdenhet, år, insats och mått har olika uppgifter.</translation>
    </message>
    <message>
        <source>Several with ; between. Both are counts of AREAS.</source>
        <translation>Flera med ; emellan. Båda är antal i AREAS.</translation>
    </message>
    <message>
        <source>Several with ; or | between.</source>
        <translation>Flera med ; eller | emellan.</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Kön</translation>
    </message>
    <message>
        <source>Share (field; blank = share)</source>
        <translation>Andel (fält; tomt = share)</translation>
    </message>
    <message>
        <source>Share among the nearest people</source>
        <translation>Andel bland de närmaste invånarna</translation>
    </message>
    <message>
        <source>Share among the {k} nearest</source>
        <translation>Andel bland de {k} närmaste</translation>
    </message>
    <message>
        <source>Share beyond the line</source>
        <translation>Andel på fel sida om gränsen</translation>
    </message>
    <message>
        <source>Share in the square's whole area</source>
        <translation>Andel i rutans hela område</translation>
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
        <source>Share of all kronor</source>
        <translation>Andel av alla kronor</translation>
    </message>
    <message>
        <source>Share of all listed</source>
        <translation>Andel av alla listade</translation>
    </message>
    <message>
        <source>Share of all people</source>
        <translation>Andel av alla invånare</translation>
    </message>
    <message>
        <source>Share of all people with great need and poor access</source>
        <translation>Andel av alla invånare med stort vårdbehov och dålig geografisk tillgänglighet</translation>
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
        <source>Share of kronor over share of listed (1 = equal)</source>
        <translation>Andel av kronor delat med andel av listade (1 = lika)</translation>
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
        <source>Share of people past (value; blank = not counted)</source>
        <translation>Andel invånare över (värde; tomt = räknas inte)</translation>
    </message>
    <message>
        <source>Share of people past the limit</source>
        <translation>Andel invånare över gränsen</translation>
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
        <source>Share of the listed whose area has an index</source>
        <translation>Andel av de listade vars område har ett index</translation>
    </message>
    <message>
        <source>Share of the listed whose centre is inside the norm</source>
        <translation>Andel av de listade vars vårdcentral är inom normen</translation>
    </message>
    <message>
        <source>Share of the people in the places</source>
        <translation>Andel av orternas invånare</translation>
    </message>
    <message>
        <source>Share of the people, the most disadvantaged first</source>
        <translation>Andel av invånarna, de mest utsatta först</translation>
    </message>
    <message>
        <source>Share of the pot by ACG (0–1)</source>
        <translation>Andel av potten efter ACG (0–1)</translation>
    </message>
    <message>
        <source>Share of the pot by index (0–1)</source>
        <translation>Andel av potten efter index (0–1)</translation>
    </message>
    <message>
        <source>Share of the pot by index, second rule (0–1)</source>
        <translation>Andel av potten efter index, andra regeln (0–1)</translation>
    </message>
    <message>
        <source>Share of the pot by the index (0–1)</source>
        <translation>Andel av potten efter indexet (0–1)</translation>
    </message>
    <message>
        <source>Share of the time on {name}</source>
        <translation>Andel av tiden på {name}</translation>
    </message>
    <message>
        <source>Share of the value</source>
        <translation>Andel av värdet</translation>
    </message>
    <message>
        <source>Share of the weight in the zone outside the areas</source>
        <translation>Andel av vikten i zonen som ligger utanför områdena</translation>
    </message>
    <message>
        <source>Share of the zone's ground outside the areas</source>
        <translation>Andel av zonens yta som ligger utanför områdena</translation>
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
        <source>Share that lies in at least one zone</source>
        <translation>Andel som ligger i minst en zon</translation>
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
        <source>Shares a socioeconomic development grant (socioekonomisk utvecklingspeng) among health centres by how many are listed and how great their need is, and explains each unit's line.

METHOD is the rule. proportional: POT by listed × index. excess: POT by listed × what the index has over THRESHOLD. neutral: SHARE of POT by listed × index, the rest by listed. acg: POT by ACG, by index and by listed. These sum to POT exactly. tariff: RATE per listed and index point over THRESHOLD. step: RATE per point where the index is over THRESHOLD. These two have a price and no pot, so their TOTAL is open. Take rule, threshold and price from your region's decision; none has a default.

FLOOR and CEILING are kronor per listed. MAX_CHANGE is the largest change from PREVIOUS, as a share. With a pot, what a bound takes or gives is shared among the others by the same rule, so that the sum is still POT; it is not cut off and scaled afterwards, which would break the bounds. A unit at index 0 or under the threshold gets the floor. Bounds that leave no way to share the pot stop the tool, with the smallest and largest possible pot. With a price the bounds hold unit by unit. In whole kronor a bound may be passed by less than one krona.

BASE says which index decides: where the listed live, or where the unit stands. With AREA_INDEX both are shown side by side: amount_listed, amount_area and area_minus_listed. A centre in a good area may have listed with great need. Both indices must be on the same scale, and so must THRESHOLD.

OUTPUT is the units with amount (whole kronor), per_listed, bound (floor, ceiling, decrease or increase, where one of them decides) and explanation. EFFECT shows listed, kronor and shares for all units, and by driftsform and huvudman. METHOD_2 is another rule to compare with: amount_2, difference and COMPARISON, with who gains and loses.

A unit with 0 listed gets 0. An empty number of listed, or an empty index of a unit with listed, stops the tool, because every unit's share depends on it.

The amounts say what the rule gives, not what the need costs. Method: amount = listed · clip(λ · weight, floor, ceiling), with λ by bisection so that the sum is POT; largest remainder to whole kronor, ties by unit id. Source: the region's own decision; indices as in Care Need Index (CNI).</source>
        <translation>Fördelar en socioekonomisk utvecklingspeng mellan vårdcentraler efter hur många som är listade och hur stort deras vårdbehov är, och förklarar varje vårdenhets belopp.

METHOD är regeln. proportional: POT efter listade × index. excess: POT efter listade × det som indexet överstiger THRESHOLD med. neutral: SHARE av POT efter listade × index, resten efter listade. acg: POT efter ACG, index och listade. Dessa summerar exakt till POT. tariff: RATE per listad och indexenhet över THRESHOLD. step: RATE per poäng där indexet är över THRESHOLD. Dessa två har ett pris och ingen pott, så deras TOTAL är inte given på förhand. Hämta regel, tröskel och pris ur regionens beslut; inget av dem är förvalt.

FLOOR och CEILING (golv och tak) är kronor per listad. MAX_CHANGE är den största förändringen från PREVIOUS, som andel. Med en pott fördelas det som en gräns tar eller ger mellan de andra efter samma regel, så att summan fortfarande är POT; beloppen kapas inte för att sedan skalas om, vilket skulle bryta gränserna. En vårdenhet med index 0 eller under tröskeln får golvet. Gränser som gör att potten inte kan fördelas stoppar verktyget, som då anger minsta och största möjliga pott. Med ett pris gäller gränserna vårdenhet för vårdenhet. I hela kronor kan en gräns passeras med mindre än en krona.

BASE anger vilket index som avgör: där de listade bor, eller där vårdenheten ligger. Med AREA_INDEX visas båda sida vid sida: amount_listed, amount_area och area_minus_listed. En vårdcentral i ett välmående område kan ha listade med stort vårdbehov. Båda indexen måste vara på samma skala, och THRESHOLD också.

OUTPUT är vårdenheterna med amount (hela kronor), per_listed, bound (floor, ceiling, decrease eller increase, där någon av dem avgör) och explanation. EFFECT visar listade, kronor och andelar för alla vårdenheter, och per driftsform och huvudman. METHOD_2 är en annan regel att jämföra med: amount_2, difference och COMPARISON, med vilka som vinner och förlorar.

En vårdenhet med 0 listade får 0. Ett tomt antal listade, eller ett tomt index för en vårdenhet med listade, stoppar verktyget, eftersom alla vårdenheters andelar beror på det.

Beloppen visar vad regeln ger, inte vad vårdbehovet kostar. Metod: belopp = listade · clip(λ · vikt, golv, tak), med λ genom intervallhalvering så att summan är POT; största resten till hela kronor, vid lika rest avgör vårdenhetens id. Källa: regionens eget beslut; index som i Care Need Index (CNI).</translation>
    </message>
    <message>
        <source>Shares are written as</source>
        <translation>Andelar är skrivna som</translation>
    </message>
    <message>
        <source>Shares made of the numbers</source>
        <translation>Andelar som bygger på talen</translation>
    </message>
    <message>
        <source>Shares out the municipalities' forecast by age among small areas, and multiplies each age by what it uses of care: how many people of each age there will be, where, and how much care their ages ask for, beside today's.

The map has population_2030 and so on, the ages of each year, and for YEAR the demand for each service and how it stands to the mean per person (1 = the mean). Two tables have the sums of today and of YEAR. Run it once for each year that you want the care of.

It assumes that each age uses as much care as today, and that each area keeps its share of its municipality's people of that age. Nobody in the areas grows older in place: where the old live today, the old are taken to live. New dwellings change that most of all; give them as PLANNED. The farther ahead and the smaller the area, the less the figure says: read several areas together. What is used today is not what is needed: those who wait or stay away are not in it, and socioeconomic need is not.

AREAS must hold all the areas of their municipalities: those that are there share the whole forecast. People outside them are counted in the log.

Method: today's people by age from PEOPLE; forecast shared out by them, age by age; demand = Σ people(age) × use per person(age).</source>
        <translation>Fördelar kommunernas prognos per ålder på små områden, och multiplicerar varje ålder med dess vårdkonsumtion: hur många invånarna blir i varje ålder och var, och hur mycket vård de då efterfrågar, bredvid dagens läge.

Kartan har population_2030 och så vidare, varje års åldrar, och för YEAR efterfrågan på varje vårdslag och hur den förhåller sig till medelvärdet per invånare (1 = medelvärdet). Två tabeller har summorna för i dag och för YEAR. Kör modellen en gång för varje år som du vill beräkna vården för.

Modellen antar att varje ålder använder lika mycket vård som i dag, och att varje område behåller sin del av kommunens invånare i den åldern. Ingen i områdena blir äldre och bor kvar: de äldre antas bo där de äldre bor i dag. Nya bostäder ändrar det mest av allt; ange dem som PLANNED. Ju längre fram och ju mindre område, desto mindre säger siffran: läs flera områden tillsammans. Det som används i dag är inte det som behövs: de som väntar eller avstår finns inte med, och inte heller socioekonomiskt vårdbehov.

AREAS måste innehålla alla områden i sina kommuner: de som finns där delar på hela prognosen. Invånare utanför dem redovisas i loggen.

Metod: dagens invånare per ålder från PEOPLE; prognosen fördelad efter dem, ålder för ålder; efterfrågan = Σ invånare(ålder) × användning per person(ålder).</translation>
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
        <source>Shares the socioeconomic development grant (socioekonomisk utvecklingspeng) among health centres by how many are listed and how great their need is, and sets it beside what they would get by the need of the area where the centre stands, and by another rule.

The need of the listed is estimated from where they live. METHOD is the rule, METHOD_2 the one to compare with. POT is needed by proportional, excess and neutral; THRESHOLD by excess, tariff and step; RATE by tariff and step; SHARE by neutral. None has a default: take them from your region's decision. The map has each centre's amount and the line that explains it; the tables tell the effect by driftsform, and who gains and who loses.

It is an ecological estimate: those who are listed at a centre may have greater or smaller need than their neighbours. Whoever has bought an index of the listed themselves should import it and use the tool Socioeconomic development grant on it. Hidden numbers of listed are in no sum, and centres without listed get no amount; both are told in the log. The amounts say what a rule gives, not what the need costs, nor what the money does.

Method: index of the listed = Σ listed × index of the area / Σ listed; the rules as in Socioeconomic development grant, in whole kronor.</source>
        <translation>Fördelar den socioekonomiska utvecklingspengen mellan vårdcentraler efter hur många som är listade och hur stort deras vårdbehov är, och ställer det bredvid vad de skulle få efter vårdbehovet i området där vårdcentralen ligger, och med en annan regel.

De listades vårdbehov skattas utifrån var de bor. METHOD är regeln, METHOD_2 den att jämföra med. POT behövs för proportional, excess och neutral; THRESHOLD för excess, tariff och step; RATE för tariff och step; SHARE för neutral. Inget av detta är förvalt: hämta det ur regionens beslut. Kartan har varje vårdcentrals belopp och raden som förklarar det; tabellerna visar utfallet per driftsform, och vilka som vinner och förlorar.

Det är en ekologisk skattning: de som är listade på en vårdcentral kan ha större eller mindre vårdbehov än sina grannar. Den som har köpt ett index för de listade själva bör importera det och använda verktyget Socioekonomisk utvecklingspeng på det. Dolda antal listade ingår inte i någon summa, och vårdcentraler utan listade får inget belopp; båda redovisas i loggen. Beloppen visar vad en regel ger, inte vad vårdbehovet kostar och inte vad pengarna gör för nytta.

Metod: index för de listade = Σ listade × områdets index / Σ listade; reglerna som i Socioekonomisk utvecklingspeng, i hela kronor.</translation>
    </message>
    <message>
        <source>Shares to compute anew (name=part/whole)</source>
        <translation>Andelar att räkna på nytt (namn=del/helhet)</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blad</translation>
    </message>
    <message>
        <source>Shorter times count as this; the power has no value at 0.</source>
        <translation>Kortare restider räknas som denna; potensen saknar värde vid 0.</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Visa allt igen</translation>
    </message>
    <message>
        <source>Show or hide the panel Närvård</source>
        <translation>Visa eller dölj panelen Närvård</translation>
    </message>
    <message>
        <source>Show the facilities of the neighbouring regions, too</source>
        <translation>Visa även grannregionernas vårdenheter</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>Visa vad som ändrats</translation>
    </message>
    <message>
        <source>Shown beside the id.</source>
        <translation>Visas bredvid id.</translation>
    </message>
    <message>
        <source>Shown for</source>
        <translation>Visas för</translation>
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
        <source>Shows need of care and travel time at once, area by area: who has great need and far to go, how many they are, and in which order the areas come.

Everybody's travel time is to the nearest of the facilities in WHICH; an area has the mean over its people. Areas are then put into thirds of the people by need and by travel time. 3-3 on the map is great need and long travel time. rank says in which order the areas come; the summary says how many people each pair of classes has. Look at travel time alone, too: the areas farthest away are often other ones.

Classes and ranks are relative to the areas in AREAS: in every county somebody has the longest way. The mean hides those within an area who have farther than the others (restid_p90), and those whom no road leads to (restid_population_without) are in no mean. An area where nobody has a travel time gets no class; it is counted and listed. Travel time is by car: it says nothing of those without one, of opening hours, waiting times, or of whether there is room.

Method: exact fastest paths; people-weighted mean per area; rank of need times rank of travel time.</source>
        <translation>Visar vårdbehov och restid på en gång, område för område: vilka som har stort vårdbehov och långt att åka, hur många de är och i vilken ordning områdena kommer.

Var och ens restid gäller den närmaste av vårdenheterna i WHICH, och ett område har medelvärdet för sina invånare. Områdena delas sedan i tredjedelar av invånarna efter vårdbehov och efter restid. 3-3 på kartan är stort vårdbehov och lång restid. rank visar i vilken ordning områdena kommer, och sammanfattningen hur många invånare varje par av klasser har. Titta också på restiden för sig: områdena längst bort är ofta andra områden.

Klasser och ordning är relativa: de jämför områdena i AREAS, och i varje län har någon längst väg. Medelvärdet döljer dem inom ett område som har längre än de andra (restid_p90), och de som inte nås på väg (restid_population_without) ingår inte i det. Ett område där ingen har någon restid får ingen klass; det räknas och listas. Restiden gäller bil: den säger inget om dem som saknar bil, om öppettider, väntetider eller om det finns plats.

Metod: exakt snabbaste väg; medelvärde per område viktat med invånarna; rang för vårdbehov gånger rang för restid.</translation>
    </message>
    <message>
        <source>Shows the areas where people have great need of care and poor access to it, with both at once on the map, how many people they are, and in which order the areas come.

AREAS has one row per area with a measure of NEED (such as the Care Need Index or SCB's index: higher = greater need; with NEED_IS the other way round, such as area types, where 1 is the greatest need), one of ACCESS, and POPULATION. ACCESS_IS time: the more, the poorer (mean minutes to the nearest health centre; mean_after of Compare scenarios). ACCESS_IS supply: the more, the better (access of Access with capacity).

OUTPUT is the areas with need_class and access_class (1–3: thirds of the people; 3 = greatest need, poorest access), combined_class (need, then access: 3-3 = great need and poor access), rank (1 = first), weight (0–1, what the rank goes by), people, and status. SUMMARY has one row per pair of classes: areas, people, and their share of all people, great need and poor access first, and a row for those left out, so that the people add up.

Method: classes hold equally many people, not areas; an area belongs where the middle of its people stands, and areas of equal value belong together, which can make the classes uneven (this is then told). The rank goes by the area's rank of need times its rank of access, both counted among the areas, so that neither scale weighs more; where areas are equal, the order of AREA_CODE decides. A rank is relative to the areas in AREAS: it says who comes first among them, not that it is bad or good.

An area without a value gets status no_value, and one where nobody lives no_people: neither class nor rank, and nobody else's changes. They are counted and listed. A missing travel time can mean that nobody gets there: MISSING_ACCESS_IS_WORST then counts it as the poorest access (status unreached).</source>
        <translation>Visar de områden där invånarna har stort vårdbehov och dålig geografisk tillgänglighet till vård, med båda på en gång på kartan, hur många invånare det gäller och i vilken ordning områdena kommer.

AREAS har en rad per område med ett mått på vårdbehov, NEED (till exempel Care Need Index eller SCB:s index: högre = större vårdbehov; med NEED_IS tvärtom, till exempel områdestyp, där 1 är det största vårdbehovet), ett på geografisk tillgänglighet, ACCESS, och POPULATION. ACCESS_IS time: ju mer, desto sämre (genomsnittlig restid till närmaste vårdcentral; mean_after ur Jämför scenarier). ACCESS_IS supply: ju mer, desto bättre (access ur Geografisk tillgänglighet med kapacitet).

OUTPUT är områdena med need_class och access_class (1–3: tredjedelar av invånarna; 3 = störst vårdbehov, sämst geografisk tillgänglighet), combined_class (först vårdbehov, sedan geografisk tillgänglighet: 3-3 = stort vårdbehov och dålig geografisk tillgänglighet), rank (1 = först), weight (0–1, det som rangen går efter), people och status. SUMMARY har en rad per par av klasser: områden, invånare och deras andel av alla invånare, med stort vårdbehov och dålig geografisk tillgänglighet först, och en rad för dem som utelämnats, så att summan av invånare stämmer.

Metod: klasserna har lika många invånare, inte lika många områden; ett område hör dit där mitten av dess invånare hamnar, och områden med lika värde hör ihop, vilket kan göra klasserna ojämna (det anges då i loggen). Rangen går efter områdets rang för vårdbehov gånger dess rang för geografisk tillgänglighet, båda räknade bland områdena, så att ingen av skalorna väger tyngre; vid lika avgör ordningen i AREA_CODE. En rang är i förhållande till områdena i AREAS: den visar vilka som kommer först bland dem, inte att det är dåligt eller bra.

Ett område utan värde får status no_value, och ett där ingen bor no_people: varken klass eller rang, och inget annat områdes klass eller rang ändras. De räknas och listas. Att restid saknas kan betyda att ingen når fram: MISSING_ACCESS_IS_WORST räknar det då som sämst geografisk tillgänglighet (status unreached).</translation>
    </message>
    <message>
        <source>Shows the association within the groups too. Differences between groups, such as town and country, then do not count.</source>
        <translation>Visar sambandet även inom grupperna. Skillnader mellan grupper, till exempel stad och land, räknas då inte.</translation>
    </message>
    <message>
        <source>Shows what was measured where money from a socioeconomic development grant (socioekonomisk utvecklingspeng) was used: the outcome before and after, whether it moved in the right direction, and what is not measured.

FOLLOWUP is a table with unit_id, year, amount (kronor that year), effort, indicator, outcome and better (lower or higher); or give a WORKSPACE, whose table grant_followup is read. Years before the money and units without a grant are rows with amount 0. An empty outcome is not measured; an empty amount is not told.

OUTPUT has one row per unit, effort and indicator. outcome_before is the last one before the first year with money, outcome_after the last of all. status says why a row has no change: no_outcome, one_year_only or only_before; no_year_before has a change, but only since the money began. Such gaps are empty, never 0. role is granted, comparison (a unit with no kronor in any row) or unclear (amounts are not told, or the money went to another effort). UNITS can hold all units, such as the result of Socioeconomic development grant: those with an AMOUNT above 0 that nobody has followed up are added with the status no_rows.

comparison_change is the mean change of units without a grant over the same years, and difference_in_change what the unit changed beyond that. SUMMARY adds up per effort and indicator. The same kronor stand beside every indicator of an effort: never add them over indicators.

A change after a grant is not proof that the grant caused it. Units are given money because their need is great, and extreme values often move towards the mean by themselves. Few units, other efforts and changes among the listed weigh in too.

Method: change = after − before; difference in change = change − mean change of units without a grant; weighted_change by kronor until the last outcome, and empty, as change_per_100000 is, where an amount until then is not told. Source: the region's own follow-up.</source>
        <translation>Visar vad som mättes där pengar från en socioekonomisk utvecklingspeng användes: utfallet före och efter, om det rörde sig åt rätt håll, och vad som inte är mätt.

FOLLOWUP är en tabell med unit_id, year, amount (kronor det året), effort (insats), indicator (mått), outcome (utfall) och better (lower = lägre är bättre, higher = högre); eller ange en WORKSPACE, vars tabell grant_followup läses. År före pengarna och vårdenheter utan utvecklingspeng är rader med amount 0. Ett tomt utfall är inte mätt; ett tomt belopp är inte angivet.

OUTPUT har en rad per vårdenhet, insats och mått. outcome_before är det sista utfallet före det första året med pengar, outcome_after det allra sista. status anger varför en rad saknar förändring: no_outcome (inget utfall), one_year_only (bara ett år) eller only_before (bara före pengarna); no_year_before har en förändring, men först sedan pengarna började betalas. Sådana luckor är tomma, aldrig 0. role är granted (har fått pengar), comparison (en vårdenhet utan kronor på någon rad) eller unclear (beloppen är inte angivna, eller pengarna gick till en annan insats). UNITS kan innehålla alla vårdenheter, till exempel resultatet av Socioekonomisk utvecklingspeng: de med ett AMOUNT över 0 som ingen har följt upp läggs till med status no_rows.

comparison_change är medelförändringen för vårdenheter utan utvecklingspeng under samma år, och difference_in_change det som vårdenheten förändrades utöver den. SUMMARY summerar per insats och mått. Samma kronor redovisas vid varje mått för en insats: summera dem aldrig över mått.

En förändring efter utvecklingspengen bevisar inte att pengen är orsaken. Vårdenheter får pengar därför att vårdbehovet är stort, och ytterlighetsvärden rör sig ofta mot medelvärdet av sig själva. Få vårdenheter, andra insatser och förändringar bland de listade spelar också in.

Metod: förändring = efter − före; skillnad i förändring = förändring − medelförändring för vårdenheter utan utvecklingspeng; weighted_change viktas med kronor till och med det sista utfallet, och är tom, liksom change_per_100000, där ett belopp fram till dess inte är angivet. Källa: regionens egen uppföljning.</translation>
    </message>
    <message>
        <source>Shows whether areas with poor access to care gain or lose people by moves, and how closely the two follow each other. It cannot show that one causes the other, and every result says so.

AREAS has one row per area with a measure of ACCESS (ACCESS_IS time: the more, the poorer; supply: the more, the better), NET_MIGRATION (those who moved in minus those who moved out, people, over whatever period; not births and deaths), and POPULATION. GROUP is an optional field, such as area type or municipality: the association is then shown within the groups too, so that differences between them do not count.

OUTPUT is the areas with net_per_1000 (net migration per 1 000 people, over the whole period), migration_access_class (1–5: fifths of the people; 5 = the poorest access), residual (net_per_1000 above what the straight line through all areas gives for its access), and migration_status. SUMMARY has one row per number, with areas, people and a reading in words: the correlation of values (pearson) and of ranks (spearman), the lowest and highest pearson when any single area is left out, the slope of the line, the same within and in each group, net migration per 1 000 people by fifth of access, and the caution.

Method: people-weighted correlations and least squares; ranks are people-weighted, and equal values share one. Within groups: deviations from the group's own mean. Fewer than ten areas get no correlation. No p-value is given: areas lie beside each other and resemble each other, so that the usual test would promise too much.

An area that lacks a number, or where nobody lives, stands in no number; it is counted and listed. Where the access is from after the moves, or the population from the end of the period, say so beside the numbers.</source>
        <translation>Visar om områden med dålig geografisk tillgänglighet till vård vinner eller förlorar invånare genom flyttningar, och hur nära de två följer varandra. Det kan inte visa att det ena orsakar det andra, och det anges i varje resultat.

AREAS har en rad per område med ett mått på geografisk tillgänglighet, ACCESS (ACCESS_IS time: ju mer, desto sämre; supply: ju mer, desto bättre), NET_MIGRATION (inflyttade minus utflyttade, personer, under valfri period; inte födda och döda) och POPULATION. GROUP är ett valfritt fält, till exempel områdestyp eller kommun: sambandet visas då även inom grupperna, så att skillnader mellan dem inte räknas.

OUTPUT är områdena med net_per_1000 (flyttnetto per 1 000 invånare, under hela perioden), migration_access_class (1–5: femtedelar av invånarna; 5 = sämst geografisk tillgänglighet), residual (net_per_1000 utöver vad den räta linjen genom alla områden ger för dess geografiska tillgänglighet) och migration_status. SUMMARY har en rad per tal, med områden, invånare och en tolkning i ord: korrelationen mellan värdena (pearson) och mellan rangordningarna (spearman), lägsta och högsta pearson när ett enda område utelämnas, linjens lutning, samma sak inom grupperna och i varje grupp, flyttnetto per 1 000 invånare för varje femtedel efter geografisk tillgänglighet, och varningen.

Metod: korrelationer och minsta kvadrater viktade med invånare; rangerna är viktade med invånare, och lika värden delar rang. Inom grupper: avvikelser från gruppens eget medelvärde. Färre än tio områden får ingen korrelation. Inget p-värde anges: områden ligger intill varandra och liknar varandra, så att det vanliga testet skulle lova för mycket.

Ett område som saknar ett tal, eller där ingen bor, ingår inte i något tal; det räknas och listas. Om den geografiska tillgängligheten är mätt efter flyttningarna, eller invånarna är från periodens slut, bör det anges bredvid talen.</translation>
    </message>
    <message>
        <source>Shows who is listed where: the share listed at the nearest health centre, flows over the borders of municipalities and counties, and each centre's listed people against those who have it as nearest.

LISTINGS is a table with area_code, unit_id, number, date and status; the newest date counts. AREAS are the small areas with AREA_CODE, ORIGINS points with people and ORIGIN_AREA, the code of the area where each lies. Minutes from an area to a centre are the mean over its people who reach it, weighted by POPULATION, along the roads of NETWORK; a centre that no more than half of them reach is out of reach. The nearest centre is that with the fewest mean minutes; equal times go to the id that comes first.

OUTPUT is the areas with listed, share_at_nearest, nearest_unit, minutes_nearest, minutes_listed (mean to where people are listed), top_unit (most listed) with minutes_top, hidden_cells and status: ok, incomplete (some numbers are hidden), suppressed (few people), missing (no listings) or no_travel. FLOWS goes from area, municipality or county (FLOW_LEVEL) to unit, with crosses_municipality and crosses_region. UNIT_OUTPUT is the units with their listed by where people live, and catchment_population, who have it as nearest. AREA_MINUTES holds the mean minutes of area and unit, for the MATRIX of Consequence of closing health centres.

Numbers from 1 up to below MINIMUM are left empty with the status suppressed; so are shares that tell of so few, and the other numbers that would tell them together with the sums of all results. Such numbers are in no mean travel time; one where they are more than a tenth of the people is empty. Hidden cells of LISTINGS stay hidden, are counted, and are in no sum. Listed people whose unit is not in FACILITIES count as not at the nearest. With REPORT_REGION only areas, units and flows of these regions are written.

Where top_unit is not the nearest, but minutes_top and minutes_nearest hardly differ, two centres lie about as near, and the share says little.

Method: exact fastest paths between all points and centres; primary and secondary suppression of small numbers.</source>
        <translation>Visar vilka som är listade var: andelen listade vid den närmaste vårdcentralen, flöden över kommun- och länsgränser, och varje vårdcentrals listade mot dem som har den närmast.

LISTINGS är en tabell med area_code, unit_id, number, date och status; det senaste datumet räknas. AREAS är de små områdena med AREA_CODE, ORIGINS punkter med invånare och ORIGIN_AREA koden för området där var och en ligger. Minuter från ett område till en vårdcentral är medelvärdet över de invånare som når den, viktat med POPULATION, längs vägarna i NETWORK; en vårdcentral som högst hälften av dem når är utom räckhåll. Närmast är vårdcentralen med kortast genomsnittlig restid; vid lika restid gäller det id som kommer först.

OUTPUT är områdena med listed, share_at_nearest, nearest_unit, minutes_nearest, minutes_listed (genomsnittlig restid dit invånarna är listade), top_unit (flest listade) med minutes_top, hidden_cells och status: ok, incomplete (några tal är dolda), suppressed (få personer), missing (inga listade) eller no_travel. FLOWS går från område, kommun eller län (FLOW_LEVEL) till vårdenhet, med crosses_municipality och crosses_region. UNIT_OUTPUT är vårdenheterna med sina listade efter var de bor, och catchment_population, invånare som har vårdenheten närmast. AREA_MINUTES innehåller den genomsnittliga restiden mellan område och vårdenhet, till MATRIX i Vårdvalskonsekvens när vårdcentraler stänger.

Antal från 1 till under MINIMUM lämnas tomma med status suppressed; det gäller även andelar som avslöjar så få, och de andra tal som tillsammans med summorna i alla resultat skulle röja dem. Sådana tal ingår inte i någon genomsnittlig restid; den lämnas tom där de är mer än en tiondel av invånarna. Dolda celler i LISTINGS förblir dolda, räknas, och ingår inte i någon summa. Listade vars vårdenhet inte finns i FACILITIES räknas inte som listade vid den närmaste. Med REPORT_REGION skrivs bara områden, vårdenheter och flöden i de regionerna.

Där top_unit inte är den närmaste, men minutes_top och minutes_nearest knappt skiljer sig, ligger två vårdcentraler ungefär lika nära, och andelen säger lite.

Metod: exakt snabbaste väg mellan alla punkter och vårdcentraler; små tal döljs (primärt och sekundärt röjandeskydd).</translation>
    </message>
    <message>
        <source>Side of the squares</source>
        <translation>Rutornas sida</translation>
    </message>
    <message>
        <source>Side of the squares (m)</source>
        <translation>Rutornas sida (m)</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>Signifikansnivå</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sedan</translation>
    </message>
    <message>
        <source>Single parents with children up to 17 (field)</source>
        <translation>Ensamstående föräldrar med barn till och med 17 år (fält)</translation>
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
        <source>Small areas with the column area_code and counts, all of one vintage: all that the catchments may reach, also beyond the region's border.</source>
        <translation>Små områden med kolumnen area_code och antal, alla av en årgång: alla som upptagningsområdena kan nå, även utanför regionens gräns.</translation>
    </message>
    <message>
        <source>Small areas with the column area_code, all of one vintage. Choose your own region's: what is said of an area is said beside the others.</source>
        <translation>Små områden med kolumnen area_code, alla av en årgång. Välj den egna regionens: det som sägs om ett område sägs i jämförelse med de andra.</translation>
    </message>
    <message>
        <source>Small areas with the column area_code, which begins with the municipality's code; whole municipalities, of the same vintage as the people's area_code.</source>
        <translation>Små områden med kolumnen area_code, som börjar med kommunens kod; hela kommuner, av samma årgång som invånarnas area_code.</translation>
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
        <source>So few units that chance may explain it.</source>
        <translation>Så få vårdenheter att slumpen kan förklara det.</translation>
    </message>
    <message>
        <source>So that what lies just across the border can be computed.</source>
        <translation>Så att det som ligger strax över gränsen kan räknas med.</translation>
    </message>
    <message>
        <source>Socialstyrelsen has no subject {subject}. Subjects: {list}.</source>
        <translation>Socialstyrelsen har inget ämne {subject}. Ämnen: {list}.</translation>
    </message>
    <message>
        <source>Socialstyrelsen: subject and values</source>
        <translation>Socialstyrelsen: ämne och värden</translation>
    </message>
    <message>
        <source>Socioeconomic challenges</source>
        <translation>Socioekonomiska utmaningar</translation>
    </message>
    <message>
        <source>Socioeconomic development grant</source>
        <translation>Socioekonomisk utvecklingspeng</translation>
    </message>
    <message>
        <source>Socioeconomic index (field; blank = look for it)</source>
        <translation>Socioekonomiskt index (fält; tomt = letas upp)</translation>
    </message>
    <message>
        <source>Socioeconomic index (per cent, higher is worse)</source>
        <translation>Socioekonomiskt index (procent, högre är sämre)</translation>
    </message>
    <message>
        <source>Socioeconomically mixed area</source>
        <translation>Socioekonomiskt blandat område</translation>
    </message>
    <message>
        <source>Some hidden numbers can still be worked out from sums, since there are too few others to hide with them. Show only one of the results, or take larger areas.</source>
        <translation>Vissa dolda tal kan fortfarande räknas fram ur summor, eftersom det finns för få andra att dölja tillsammans med dem. Visa bara ett av resultaten, eller välj större områden.</translation>
    </message>
    <message>
        <source>Some of them, in {n} areas, have no known place to go: nobody else of the area is listed at a remaining centre, and MATRIX names none. How many they are would tell of few people.</source>
        <translation>Några av dem, i {n} områden, har ingen känd vårdcentral att gå till: ingen annan i området är listad vid en kvarvarande vårdcentral, och MATRIX anger ingen. Hur många de är skulle röja uppgifter om få personer.</translation>
    </message>
    <message>
        <source>Some rows of {layer} have no value in {field}. Give each its own id.</source>
        <translation>Några rader i {layer} saknar värde i {field}. Ge varje rad ett eget id.</translation>
    </message>
    <message>
        <source>Someone else changed the same rows of {path} at the same time. Nothing was written over: run it again.</source>
        <translation>Någon annan ändrade samma rader i {path} samtidigt. Inget skrevs över: kör om.</translation>
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
        <source>Source is where the row comes from, and its date is when it was right. Without a date nobody sees how old it is.</source>
        <translation>Källa är varifrån raden kommer, och datumet är när den stämde. Utan datum ser ingen hur gammal den är.</translation>
    </message>
    <message>
        <source>Source of the area type</source>
        <translation>Områdestypens källa</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Källa: {source}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Källor</translation>
    </message>
    <message>
        <source>Sources that failed</source>
        <translation>Källor som misslyckades</translation>
    </message>
    <message>
        <source>Sources, with ; between</source>
        <translation>Källor, med ; emellan</translation>
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
        <source>Splits Theil's index between and within groups, such as municipalities.</source>
        <translation>Delar upp Theils index i en del mellan och en del inom grupper, till exempel kommuner.</translation>
    </message>
    <message>
        <source>Spread by (cells, ground, nothing)</source>
        <translation>Spridd efter (cells = rutor, ground = yta, nothing = inget)</translation>
    </message>
    <message>
        <source>Squared distance beyond the line</source>
        <translation>Kvadrerat avstånd från gränsen</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Rutor</translation>
    </message>
    <message>
        <source>Squares (table or layer)</source>
        <translation>Rutor (tabell eller lager)</translation>
    </message>
    <message>
        <source>Squares in no area of the region</source>
        <translation>Rutor som inte ligger i något av regionens områden</translation>
    </message>
    <message>
        <source>Squares with a part over their total</source>
        <translation>Rutor med en del som är större än totalen</translation>
    </message>
    <message>
        <source>Squares with people</source>
        <translation>Rutor med invånare</translation>
    </message>
    <message>
        <source>Squares within it are handed over, with WITH people.</source>
        <translation>Rutor inom det lämnas ut, med WITH people.</translation>
    </message>
    <message>
        <source>Stacked bars per area type: growth, and areas that changed type</source>
        <translation>Staplar på varandra per områdestyp: ökning, och områden som bytte typ</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Standard deviation to count the types by (blank = of these areas)</source>
        <translation>Standardavvikelse som typerna räknas med (tomt = dessa områdens)</translation>
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
        <source>Statistics (table)</source>
        <translation>Statistik (tabell)</translation>
    </message>
    <message>
        <source>Statistics by area</source>
        <translation>Statistik per område</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status (ok, estimated, missing)</source>
        <translation>Status (ok, estimated = skattad, missing = saknas)</translation>
    </message>
    <message>
        <source>Status (ok, suppressed, missing)</source>
        <translation>Status (ok, suppressed, missing)</translation>
    </message>
    <message>
        <source>Status in the scenario</source>
        <translation>Status i scenariot</translation>
    </message>
    <message>
        <source>Status of the figure (field)</source>
        <translation>Siffrans status (fält)</translation>
    </message>
    <message>
        <source>Status of {variable}</source>
        <translation>Status för {variable}</translation>
    </message>
    <message>
        <source>Step: a price per point for units over the threshold</source>
        <translation>Steg: ett pris per poäng för vårdenheter över tröskeln</translation>
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
        <source>Stop and list the units</source>
        <translation>Avbryt och lista vårdenheterna</translation>
    </message>
    <message>
        <source>Stored &amp;PostgreSQL connection</source>
        <translation>Sparad Postgre&amp;SQL-anslutning</translation>
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
        <source>Street and number.</source>
        <translation>Gata och nummer.</translation>
    </message>
    <message>
        <source>Such as 30 minutes. The limit itself is within.</source>
        <translation>Till exempel 30 minuter. Själva gränsen räknas som inom.</translation>
    </message>
    <message>
        <source>Such as 30 minutes; gives the share of people beyond it, and how far. Blank = none.</source>
        <translation>Till exempel 30 minuter; ger andelen invånare på fel sida om gränsen, och hur långt. Tomt = ingen.</translation>
    </message>
    <message>
        <source>Such as Alder=totalt,65-69;Kon=1+2. Blank = the theme's own choice.</source>
        <translation>Till exempel Alder=totalt,65-69;Kon=1+2. Tomt = temats eget urval.</translation>
    </message>
    <message>
        <source>Such as DeSO; needed for AREA_OUTPUT and groups of areas.</source>
        <translation>Till exempel DeSO; krävs för AREA_OUTPUT och för grupper av områden.</translation>
    </message>
    <message>
        <source>Such as Närsjukhus Ekhamn, variant B.</source>
        <translation>Till exempel Närsjukhus Ekhamn, variant B.</translation>
    </message>
    <message>
        <source>Such as SCB's area type 1–5, a fifth of an index, or any group.</source>
        <translation>Till exempel SCB:s områdestyp 1–5, en femtedel av ett index eller vilken grupp som helst.</translation>
    </message>
    <message>
        <source>Such as SCB's area type 1–5.</source>
        <translation>Till exempel SCB:s områdestyp 1–5.</translation>
    </message>
    <message>
        <source>Such as SCB, beställning 12345. Blank = the table's name.</source>
        <translation>Till exempel SCB, beställning 12345. Tomt = tabellens namn.</translation>
    </message>
    <message>
        <source>Such as TAB6574, where TABLE is other; or words to find a table by.</source>
        <translation>Till exempel TAB6574, när TABLE är other; eller ord att hitta en tabell med.</translation>
    </message>
    <message>
        <source>Such as _2040 for the fields that a forecast added. Blank = nothing.</source>
        <translation>Till exempel _2040 för fälten från en prognos. Tomt = inget.</translation>
    </message>
    <message>
        <source>Such as cni_per_person or cni_ratio from Care Need Index. THRESHOLD is on its scale.</source>
        <translation>Till exempel cni_per_person eller cni_ratio från Care Need Index. THRESHOLD är på dess skala.</translation>
    </message>
    <message>
        <source>Such as minutes_1. Empty where there is no reach.</source>
        <translation>Till exempel minutes_1. Tomt där inget finns inom räckhåll.</translation>
    </message>
    <message>
        <source>Such as regsokod in SCB's layers.</source>
        <translation>Till exempel regsokod i SCB:s lager.</translation>
    </message>
    <message>
        <source>Such as regsokod in SCB's layers; instead of KEY.</source>
        <translation>Till exempel regsokod i SCB:s lager; i stället för KEY.</translation>
    </message>
    <message>
        <source>Such as rutid_scb. Blank = from the geometry, with SIDE.</source>
        <translation>Till exempel rutid_scb. Tomt = från geometrin, med SIDE.</translation>
    </message>
    <message>
        <source>Such as share_old=old/population, with ; between. Both counts must be in the table.</source>
        <translation>Till exempel share_old=old/population, med ; emellan. Båda antalen måste finnas i tabellen.</translation>
    </message>
    <message>
        <source>Such as share_old=old/population; several with ; between. Both are among FIELDS.</source>
        <translation>Till exempel share_old=old/population; flera med ; emellan. Båda finns bland FIELDS.</translation>
    </message>
    <message>
        <source>Such as share_old=old/population; several with ; between. Both are counts of AREAS; sums are added for them.</source>
        <translation>Till exempel share_old=old/population; flera skiljs åt med ;. Båda är antal i AREAS, och summor läggs till för dem.</translation>
    </message>
    <message>
        <source>Such as the municipality of each area, when its numbers are published elsewhere. Blank = the sum of all rows is known.</source>
        <translation>Till exempel områdenas kommun, när kommunens tal är publicerade på annat håll. Tomt = summan av alla rader är känd.</translation>
    </message>
    <message>
        <source>Such as the result of the nearest facility: squares or addresses with minutes.</source>
        <translation>Till exempel resultatet från Närmaste vårdenhet: rutor eller adresser med minuter.</translation>
    </message>
    <message>
        <source>Such as tid. A month or a date is read as its year.</source>
        <translation>Till exempel tid. En månad eller ett datum läses som sitt år.</translation>
    </message>
    <message>
        <source>Sum after</source>
        <translation>Summa efter</translation>
    </message>
    <message>
        <source>Sum before</source>
        <translation>Summa före</translation>
    </message>
    <message>
        <source>Sum of points (field)</source>
        <translation>Poängsumma (fält)</translation>
    </message>
    <message>
        <source>Sum of the areas</source>
        <translation>Summa av områdena</translation>
    </message>
    <message>
        <source>Sum, with the type of each year</source>
        <translation>Summa, med varje års typ</translation>
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
        <source>Summed over a zone's areas.</source>
        <translation>Summeras över zonens områden.</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>sön</translation>
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
        <source>Supply: the more, the better</source>
        <translation>Utbud: ju mer, desto bättre</translation>
    </message>
    <message>
        <source>Swapped coordinates put right</source>
        <translation>Omkastade koordinater som rättats</translation>
    </message>
    <message>
        <source>System of the coordinates</source>
        <translation>Koordinaternas koordinatsystem</translation>
    </message>
    <message>
        <source>TAB6586 as a CSV file.</source>
        <translation>TAB6586 som CSV-fil.</translation>
    </message>
    <message>
        <source>TABLE has no column of area types for that year. Its columns are {list}: choose TYPE_FIELD.</source>
        <translation>TABLE har ingen kolumn med områdestyper för det året. Kolumnerna är {list}: välj TYPE_FIELD.</translation>
    </message>
    <message>
        <source>TABLE has no row at all of their region.</source>
        <translation>TABLE har ingen rad alls i deras region.</translation>
    </message>
    <message>
        <source>TABLE has types of {found}, but AREAS is {own}, which needs types of {wanted}. Types cannot be carried to another vintage: choose a year of the same vintage, or areas of the table's.</source>
        <translation>TABLE har typer för {found}, men AREAS är {own} och behöver typer för {wanted}. Typer kan inte föras över till en annan årgång: välj ett år av samma årgång, eller områden av tabellens årgång.</translation>
    </message>
    <message>
        <source>TABLE names its RegSO ({list}) and has no codes. Give KEY, SCB's key with names and codes.</source>
        <translation>TABLE har namn på RegSO ({list}) men inga koder. Ange KEY, SCB:s nyckel med namn och koder.</translation>
    </message>
    <message>
        <source>TABLE names no zone for this area.</source>
        <translation>TABLE anger ingen zon för området.</translation>
    </message>
    <message>
        <source>TABLE_ID is for TABLE = other. Clear it, or choose other.</source>
        <translation>TABLE_ID gäller för TABLE = other. Töm det, eller välj other.</translation>
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
        <source>TOTAL_FIELD cannot be one of FIELDS: it is their sum.</source>
        <translation>TOTAL_FIELD kan inte vara ett av FIELDS: det är deras summa.</translation>
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
        <source>TYPE_MAP must be word=type with ; between, and {part} is not.</source>
        <translation>TYPE_MAP ska vara ord=typ med ; emellan, och {part} är inte det.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Table or layer</source>
        <translation>Tabell eller lager</translation>
    </message>
    <message>
        <source>Table or layer in the workspace, or file</source>
        <translation>Tabell eller lager i arbetsytan, eller fil</translation>
    </message>
    <message>
        <source>Take in a neighbour region's register</source>
        <translation>Ta in en grannregions register</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Take the selected changes out of the scenario.</source>
        <translation>Ta bort de markerade ändringarna ur scenariot.</translation>
    </message>
    <message>
        <source>Takes into account that so many areas are tested at once.</source>
        <translation>Tar hänsyn till att så många områden prövas på en gång.</translation>
    </message>
    <message>
        <source>Takes numbers of few people out of a table before it is published or shown, and whatever would tell them.

Numbers over 0 and under MINIMUM are hidden. So is the next smallest number of every column (within ROW_GROUP, such as the municipality), and of every row with a TOTAL_FIELD, where one hidden number could be worked out from the sum and the others; where the hidden ones together are few; and where several sums together would tell. Zeros stay, unless nothing else can be hidden.

OUTPUT is the table with hidden numbers empty, never 0, and a field &lt;name&gt;_status for each: ok, suppressed or missing. It does not tell which were hidden for their own sake, since that would help to work them out. SHARES, written share_old=old/population, names share fields to hide with the counts that they are made of, also where the rest of the population is few. PREVIOUS is the same table as published before: a number that has changed by fewer than MINIMUM people is hidden, so that the two together do not tell of them.

Where parts are more than their total they overlap, or have been perturbed by their source (as the figures of Statistics Sweden are from the reference year 2025). This is told and nothing is repaired: take totals from the total. A rest between parts and total is then not protected as a number of its own.

MINIMUM is 5 unless you say otherwise; your own rules for disclosure decide. Other tables of the same people can still tell what is hidden here.

Method: primary and secondary suppression; no hidden number can be worked out by subtraction in rows and columns, and what cannot be protected is listed.</source>
        <translation>Tar bort tal om få personer ur en tabell innan den publiceras eller visas, och det som skulle röja dem.

Tal över 0 och under MINIMUM döljs. Även det näst minsta talet döljs i varje kolumn (inom ROW_GROUP, till exempel kommunen), och i varje rad med TOTAL_FIELD, när ett ensamt dolt tal annars kunde räknas fram ur summan och de andra; när de dolda tillsammans är få; och när flera summor tillsammans skulle röja det. Nollor visas, utom där det inte finns något annat att dölja.

OUTPUT är tabellen med dolda tal tomma, aldrig 0, och ett fält &lt;namn&gt;_status för varje: ok, suppressed (dolt) eller missing (saknas). Det framgår inte vilka som doldes för att de själva är små, eftersom det skulle hjälpa den som vill räkna fram dem. SHARES, skrivet share_old=old/population, namnger andelar som döljs tillsammans med de antal de bygger på, också när resten av befolkningen består av få personer. PREVIOUS är samma tabell som den publicerades förra gången: ett tal som har ändrats med färre än MINIMUM personer döljs, så att de två tabellerna tillsammans inte röjer dem.

Om delarna är större än totalen överlappar de varandra, eller har ändrats slumpmässigt av källan (som SCB:s siffror från och med referensår 2025). Det redovisas, och inget rättas: hämta totaler ur totalfältet. En rest mellan delarna och totalen skyddas då inte som ett eget tal.

MINIMUM är 5 om du inte anger annat; era egna regler för röjandekontroll gäller. Andra tabeller om samma personer kan fortfarande röja det som döljs här.

Metod: primärt och sekundärt röjandeskydd; inget dolt tal kan räknas fram genom subtraktion i rader och kolumner, och det som inte kan skyddas listas.</translation>
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
        <source>Tariff: a price per listed and index point over the threshold</source>
        <translation>Tariff: ett pris per listad och indexenhet över tröskeln</translation>
    </message>
    <message>
        <source>Tells how a VALUE per area, such as minutes to the nearest health centre, is shared between people by their RANK, such as a need index or an income. Every measure counts people, never areas.

RANK_ORDER says who is the most disadvantaged: ascending = the lowest rank (an income, an area type 1–5), descending = the highest rank (a need index). VALUE_IS says whether a high value is bad (a travel time) or good (places, access); it changes no measure but FGT, only what is said of it in reading.

OUTPUT has a row per measure, with its value and what it says in words. First quintile_ratio: the mean of the least disadvantaged fifth of the people over that of the most disadvantaged fifth; and people_without_value. The rest, in depth: q1–q5, mean, concentration_index (negative = concentrated among the most disadvantaged), erreygers and wagstaff (with the bounds LOWER and UPPER; blank = 0 and the largest value), palma, palma_share, gini, theil, theil_between and theil_within the groups of GROUP, and with LINE fgt_0, fgt_1 and fgt_2: below the line, or above it where a high value is bad. CURVE is a page with the fifths as bars and the concentration curve.

Areas of equal rank are taken as one, so that the order of the rows changes nothing; an area at the edge of a fifth is divided. Areas without people or rank are left out and counted. Areas without a value are left out of the measures, and their people are told: they may have it worst. A measure that cannot be computed is empty.

A tilt in the averages does not tell its cause, and a mean over an area hides differences within it.

Method: concentration index 2/μ · Σ f (y − μ) R with R the middle of each rank; Erreygers; Wagstaff; Theil's T; Palma as the mean of the top 10 per cent over that of the bottom 40; Foster, Greer and Thorbecke.</source>
        <translation>Visar hur ett värde per område (VALUE), till exempel minuter till närmaste vårdcentral, fördelas mellan invånarna efter deras rang (RANK), till exempel ett vårdbehovsindex eller en inkomst. Alla mått räknar invånare, aldrig områden.

RANK_ORDER anger vilka som är mest utsatta: ascending = den lägsta rangen (en inkomst, områdestyp 1–5), descending = den högsta rangen (ett vårdbehovsindex). VALUE_IS anger om ett högt värde är dåligt (restid) eller bra (platser, geografisk tillgänglighet); det ändrar inga mått utom FGT, bara vad som sägs om dem i reading.

OUTPUT har en rad per mått, med värdet och vad det säger i ord. Först quintile_ratio: medelvärdet för den minst utsatta femtedelen av invånarna delat med medelvärdet för den mest utsatta; och people_without_value. Resten är fördjupning: q1–q5, mean, concentration_index (negativt = koncentrerat till de mest utsatta), erreygers och wagstaff (med gränserna LOWER och UPPER; tomt = 0 och det största värdet), palma, palma_share, gini, theil, theil_between och theil_within (mellan och inom grupperna i GROUP), samt med LINE fgt_0, fgt_1 och fgt_2: under gränsen, eller över den där ett högt värde är dåligt. CURVE är en sida med femtedelarna som staplar och koncentrationskurvan.

Områden med lika rang räknas som ett och samma, så att radernas ordning inte ändrar något; ett område vid kanten av en femtedel delas. Områden utan invånare eller rang utelämnas och räknas. Områden utan värde ingår inte i måtten, och deras invånare redovisas: de kan ha det sämst. Ett mått som inte kan beräknas är tomt.

En lutning i medelvärdena säger inget om orsaken, och ett medelvärde för ett område döljer skillnader inom det.

Metod: koncentrationsindex 2/μ · Σ f (y − μ) R där R är mitten av varje rang; Erreygers; Wagstaff; Theils T; Palma som medelvärdet för de översta 10 procenten delat med medelvärdet för de understa 40; Foster, Greer och Thorbecke.</translation>
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
        <source>Tells where the population grew, by area type: in areas with great challenges, in areas with very good conditions, or between them.

AREAS holds the same areas in two years: the type (TYPE_BEFORE, TYPE_AFTER) and the people (POPULATION_BEFORE, POPULATION_AFTER) of each. Types are any numbers or words; 1–5 get the names of SCB's area types.

OUTPUT has a row per type, and one for all. growth_fixed keeps every area in the type that it had in the first year, and is the growth proper. growth_current takes the type of each year, so that a type also grows when areas come to it. reclassification is the second minus the first: what comes of areas that changed type, and is no growth of anything. Shares are 0–1. A type where nobody lived before has no growth.

An area that lacks a type or a number in either year stands in neither, is counted and listed, and makes the row left_out: half an area is no trend. Areas of several vintages in one layer are refused, since they cover the same people.

FIGURE is a page with bars and the answer in words. CHANGE_OUTPUT is the areas with change (people), growth (share) and type_changed.

Growth says nothing of its cause: births, deaths and moves are not told apart, and people are not followed from area to area.

Method: growth = (after − before) / before, summed per type; effect of reclassification = growth with the type of each year − growth with the type of the first year.</source>
        <translation>Visar var befolkningen ökade, efter områdestyp: i områden med stora utmaningar, i områden med mycket goda förutsättningar eller däremellan.

AREAS har samma områden för två år: typ (TYPE_BEFORE, TYPE_AFTER) och invånare (POPULATION_BEFORE, POPULATION_AFTER) för vart och ett. Typerna kan vara vilka tal eller ord som helst; 1–5 får namnen på SCB:s områdestyper.

OUTPUT har en rad per typ och en för alla. growth_fixed behåller varje område i den typ det hade första året, och är den egentliga ökningen. growth_current använder varje års typ, så att en typ också ökar när områden kommer till den. reclassification är den andra minus den första: det som kommer av att områden bytt typ, och som inte är någon ökning. Andelar är 0–1. En typ där ingen bodde från början har ingen ökning.

Ett område som saknar typ eller antal något av åren ingår inte i något av dem, räknas och listas, och bildar raden left_out: ett halvt område är ingen trend. Områden av flera årgångar i ett lager avvisas, eftersom de täcker samma invånare.

FIGURE är en sida med staplar och svaret i ord. CHANGE_OUTPUT är områdena med change (invånare), growth (andel) och type_changed.

Ökningen säger inget om orsaken: födda, döda och flyttningar skiljs inte åt, och ingen följs från område till område.

Metod: ökning = (efter − före) / före, summerat per typ; effekt av omklassning = ökning med varje års typ − ökning med första årets typ.</translation>
    </message>
    <message>
        <source>Tells whether people have become more in areas with great socioeconomic challenges, in areas with very good conditions, or between them, and shows the change on the map, with a page of bars that can be shown as it is.

Growth proper keeps every area in the type that it had in the first year. Beside it stands what comes of areas that changed type, which is no growth of anything. Look at both: a type can swell because areas have moved into it.

It does not tell births, deaths and moves apart, nor who moved where, and says nothing of the cause. Areas that lack a type or a number of people in either year stand in neither; they are counted, listed, and have a row of their own. Compare only years with the same borders.

Method: growth = (after − before) / before, summed per type; effect of reclassification = growth with the type of each year − growth with the type of the first year.</source>
        <translation>Visar om befolkningen har ökat i områden med stora socioekonomiska utmaningar, i områden med mycket goda förutsättningar eller däremellan, och visar förändringen på kartan, och ger en sida med staplar som kan visas som den är.

Den egentliga ökningen låter varje område behålla den typ det hade första året. Bredvid redovisas det som kommer av att områden bytt typ, vilket inte är någon ökning. Se på båda: en typ kan växa för att områden har bytt till den.

Modellen skiljer inte födda, döda och flyttningar åt, visar inte vem som flyttade vart och säger inget om orsaken. Områden som saknar typ eller antal invånare något av åren ingår inte i något av dem; de räknas, listas och har en egen rad. Jämför bara år med samma gränser.

Metod: ökning = (efter − före) / före, summerad per typ; effekt av omklassning = ökning med varje års typ − ökning med första årets typ.</translation>
    </message>
    <message>
        <source>Tells who lives in each zone: counts of areas (DeSO, RegSO …) are carried over to catchments, plan areas, närområden or any other polygons. Zones may overlap; each is answered on its own.

METHOD areal spreads the people of an area evenly over its ground. METHOD dasymetric spreads them as the weights of GRID are spread within the area (inhabited squares, dwellings, addresses), which is nearer the truth wherever people live unevenly. A cell belongs to the areas and zones that its centre lies in; SPLIT shares square cells over several points instead. An area without any weight is spread by its ground, and counted in ground_areas.

FIELDS are counts (people, never shares or means). OUTPUT is the zones with sum_ and the field's name. Shares are never averaged: RATES such as share_old=old/population computes them anew from the counts of the areas that have both.

uncovered_share is the share of the zone's ground that no area covers, sea and lakes too: nobody there is counted. With a grid, uncovered_weight_share tells whether anybody lives there: the share of the cells' weight in the zone that lies in no area. What of an area lies in no zone is lost to the sums, and told in the log and in AREA_ACCOUNT. missing_areas counts the areas of the zone without a value in some field; they give nothing to it. status is ok, missing_values, no_cells (no centre of a cell lies in the zone, so the sum is 0 and perhaps too small), no_areas (no area overlaps it: no sum) or no_geometry.

The weights only place an area's own number within it. Where GRID and AREAS are of different dates, both totals are told and never mixed.

Method: areal interpolation, sum of (shared ground / ground of the area) · count, without forcing what lies outside into the zones; and dasymetric mapping. Agrees with the open library tobler.</source>
        <translation>Visar vilka som bor i varje zon: antal från områden (DeSO, RegSO …) förs över till upptagningsområden, planområden, närområden eller andra ytor. Zoner får överlappa varandra; var och en redovisas för sig.

METHOD areal sprider områdets invånare jämnt över dess yta. METHOD dasymetric sprider dem så som vikterna i GRID är spridda inom området (bebodda rutor, bostäder, adresser), vilket ger en riktigare bild där invånarna bor ojämnt fördelade. En ruta hör till de områden och zoner som dess mittpunkt ligger i; SPLIT fördelar i stället kvadratiska rutor på flera punkter. Ett område helt utan vikt sprids efter sin yta och räknas i ground_areas.

FIELDS är antal (invånare, aldrig andelar eller medelvärden). OUTPUT är zonerna med sum_ och fältets namn. Andelar slås aldrig ihop till medelvärden: RATES, till exempel share_old=old/population, räknar dem på nytt ur antalen i de områden som har båda.

uncovered_share är den andel av zonens yta som inget område täcker, även hav och sjö: ingen räknas där. Med rutor visar uncovered_weight_share om någon bor där: den andel av rutornas vikt i zonen som inte ligger i något område. De delar av områdena som inte ligger i någon zon saknas i summorna, och redovisas i loggen och i AREA_ACCOUNT. missing_areas räknar zonens områden utan värde i något fält; de bidrar inte till fältets summa. status är ok, missing_values (områden utan värde), no_cells (ingen rutas mittpunkt ligger i zonen, så summan är 0 och kanske för liten), no_areas (inget område överlappar: ingen summa) eller no_geometry (zonen är inte ritad).

Vikterna placerar bara områdets eget antal inom området. Där GRID och AREAS har olika datum visas båda summorna, och de blandas aldrig.

Metod: ytviktad interpolation, summan av (gemensam yta / områdets yta) · antal, utan att det som ligger utanför tvingas in i zonerna; och dasymetrisk kartering. Stämmer med det öppna biblioteket tobler.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Mall</translation>
    </message>
    <message>
        <source>Template for facilities, services and capacity</source>
        <translation>Mall för vårdenheter, utbud och kapacitet</translation>
    </message>
    <message>
        <source>Text of the answer</source>
        <translation>Svarets text</translation>
    </message>
    <message>
        <source>That is about {n} figures, and {most} are the most for one run.</source>
        <translation>Det är ungefär {n} uppgifter, och {most} är det mesta för en körning.</translation>
    </message>
    <message>
        <source>That is {n} questions to Socialstyrelsen, and {most} are the most for one run. Choose fewer years or values.</source>
        <translation>Det är {n} frågor till Socialstyrelsen, och {most} är det mesta för en körning. Välj färre år eller värden.</translation>
    </message>
    <message>
        <source>That is {share} less for the most disadvantaged.</source>
        <translation>Det är {share} mindre för de mest utsatta.</translation>
    </message>
    <message>
        <source>That is {share} more for the most disadvantaged.</source>
        <translation>Det är {share} mer för de mest utsatta.</translation>
    </message>
    <message>
        <source>The DeSO or other area that the square lies in. Blank = a field area_code, desokod or deso, if there is one, is used only to see whether the figures were spread.</source>
        <translation>Det DeSO eller annat område som rutan ligger i. Tomt = ett fält area_code, desokod eller deso, om det finns, används bara för att se om uppgifterna är spridda.</translation>
    </message>
    <message>
        <source>The GeoPackage gets the name that it has in the delivery; an earlier one of that name is replaced.</source>
        <translation>Filen får det namn som den har i leveransen; en tidigare fil med det namnet ersätts.</translation>
    </message>
    <message>
        <source>The HSA-id is missing or malformed: SE, ten digits, a hyphen, then capitals and digits.</source>
        <translation>HSA-id saknas eller är felskrivet: SE, tio siffror, bindestreck, sedan versaler och siffror.</translation>
    </message>
    <message>
        <source>The ages do not sum to {field}: they differ by {percent} % of the people. The ages are what is shared out.</source>
        <translation>Åldrarna summerar inte till {field}: skillnaden är {percent} % av invånarna. Det är åldrarna som fördelas.</translation>
    </message>
    <message>
        <source>The ages of {service} in RATES and in AGE_FIELDS differ: {names}. Choose a field for every age group, and no other.</source>
        <translation>Åldrarna för {service} skiljer sig mellan RATES och AGE_FIELDS: {names}. Välj ett fält för varje åldersgrupp, och inget annat.</translation>
    </message>
    <message>
        <source>The amount is below 0.</source>
        <translation>Beloppet är under 0.</translation>
    </message>
    <message>
        <source>The amount of {n} years is not told, so the change is not divided by kronor.</source>
        <translation>Beloppet är inte angivet för {n} år, så förändringen delas inte med kronor.</translation>
    </message>
    <message>
        <source>The answer from {place} could not be read: {detail}. The source may have changed its form.</source>
        <translation>Svaret från {place} gick inte att läsa: {detail}. Källan kan ha ändrat sin form.</translation>
    </message>
    <message>
        <source>The answer from {place} is larger than the {limit} MB that it can honestly be, and was dropped.</source>
        <translation>Svaret från {place} är större än de {limit} MB som det rimligen kan vara och släpptes.</translation>
    </message>
    <message>
        <source>The answer from {place} was cut off after {got} bytes. Try again.</source>
        <translation>Svaret från {place} bröts efter {got} byte. Försök igen.</translation>
    </message>
    <message>
        <source>The answer was: {detail}</source>
        <translation>Svaret var: {detail}</translation>
    </message>
    <message>
        <source>The area code is of another vintage than VINTAGE says.</source>
        <translation>Områdeskoden är av en annan årgång än VINTAGE anger.</translation>
    </message>
    <message>
        <source>The area is in the workspace</source>
        <translation>Området finns i arbetsytan</translation>
    </message>
    <message>
        <source>The area type of where people live.</source>
        <translation>Områdestypen där invånarna bor.</translation>
    </message>
    <message>
        <source>The areas are on average {value} less mixed than all people together.</source>
        <translation>Områdena är i genomsnitt {value} mindre blandade än alla invånare tillsammans.</translation>
    </message>
    <message>
        <source>The areas have {own} points per person and NATIONAL_MEAN is {mean}. Check that it is the nation's points per person, and not a ratio or a sum.</source>
        <translation>Områdena har {own} poäng per person och NATIONAL_MEAN är {mean}. Kontrollera att det är rikets poäng per person, och inte en kvot eller en summa.</translation>
    </message>
    <message>
        <source>The areas of neighbouring regions, too</source>
        <translation>Även grannregionernas områden</translation>
    </message>
    <message>
        <source>The areas of the workspace have no population to compare with.</source>
        <translation>Arbetsytans områden har ingen folkmängd att jämföra med.</translation>
    </message>
    <message>
        <source>The areas reach into the sea. Divisions and vintages lie over each other in the table areas: filter it to one of them.</source>
        <translation>Områdena når ut i havet. Indelningar och årgångar ligger över varandra i tabellen areas: filtrera den till en av dem.</translation>
    </message>
    <message>
        <source>The basis cannot be written in {path}: {reason}. Nothing of it was kept.</source>
        <translation>Underlaget kan inte skrivas i {path}: {reason}. Ingenting av det sparades.</translation>
    </message>
    <message>
        <source>The basis is not as it was frozen, so nothing is compared with it. {problems} Take the folder back from the archive.</source>
        <translation>Underlaget är inte som det frystes, så ingenting jämförs med det. {problems} Ta tillbaka mappen från arkivet.</translation>
    </message>
    <message>
        <source>The border is that to the areas of other regions in the workspace.</source>
        <translation>Gränsen är den mot andra regioners områden i arbetsytan.</translation>
    </message>
    <message>
        <source>The bound that decides (floor, ceiling, decrease, increase)</source>
        <translation>Gräns som avgör (floor = golv, ceiling = tak, decrease = största minskning, increase = största ökning)</translation>
    </message>
    <message>
        <source>The care form is not known.</source>
        <translation>Vårdformen är inte känd.</translation>
    </message>
    <message>
        <source>The case that it belongs to, such as RS 2026/0123.</source>
        <translation>Det ärende som det hör till, till exempel RS 2026/0123.</translation>
    </message>
    <message>
        <source>The catalogue says that this release is absent.</source>
        <translation>Katalogen svarar att utgåvan saknas.</translation>
    </message>
    <message>
        <source>The ceiling of {bound} kronor per listed lowers it to {amount}.</source>
        <translation>Taket {bound} kronor per listad sänker det till {amount}.</translation>
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
        <source>The classes are not thirds of the people, since an area, or areas of equal value, cannot be split: need 1–3 hold {need} per cent, and access 1–3 {access} per cent.</source>
        <translation>Klasserna är inte tredjedelar av invånarna, eftersom ett område, eller områden med lika värde, inte kan delas: vårdbehov 1–3 har {need} procent och geografisk tillgänglighet 1–3 {access} procent.</translation>
    </message>
    <message>
        <source>The codes that PROCEDURES has as region. Blank: everyone's own unit is the nearest, whatever its region.</source>
        <translation>De koder som PROCEDURES har som region. Tomt: var och ens egen vårdenhet är den närmaste, oavsett region.</translation>
    </message>
    <message>
        <source>The column {column} of {table} in {file} holds {value}, which is not {kind}. Nothing was taken in; ask the neighbour to correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The concentration index for a value that can lie between {lower} and {upper}.</source>
        <translation>Koncentrationsindex för ett värde som kan ligga mellan {lower} och {upper}.</translation>
    </message>
    <message>
        <source>The connection to {path} was lost at the very end. Either all of it is stored or nothing: look at the audit, or run it again, which changes nothing that is there already.</source>
        <translation>Anslutningen till {path} bröts allra sist. Antingen är allt sparat eller inget: se efter i ändringsloggen, eller kör om, vilket inte ändrar det som redan finns där.</translation>
    </message>
    <message>
        <source>The connection to {path} was lost. Nothing of what was being written is stored; try again.</source>
        <translation>Anslutningen till {path} bröts. Inget av det som höll på att skrivas är sparat; försök igen.</translation>
    </message>
    <message>
        <source>The coordinates are no numbers.</source>
        <translation>Koordinaterna är inte tal.</translation>
    </message>
    <message>
        <source>The coordinates fit several reference systems. Choose CRS.</source>
        <translation>Koordinaterna passar flera referenssystem. Välj CRS.</translation>
    </message>
    <message>
        <source>The coordinates lie outside Sweden in every reference system that is tried. Choose CRS, or correct them.</source>
        <translation>Koordinaterna ligger utanför Sverige i alla referenssystem som prövas. Välj CRS eller rätta dem.</translation>
    </message>
    <message>
        <source>The coordinates look like a local zone of SWEREF 99, of which there are many. Choose CRS.</source>
        <translation>Koordinaterna ser ut som en lokal zon av SWEREF 99, och de är många. Välj CRS.</translation>
    </message>
    <message>
        <source>The copy needs a name in NEW_NAME.</source>
        <translation>Kopian behöver ett namn i NEW_NAME.</translation>
    </message>
    <message>
        <source>The curve adds people from the most disadvantaged to the least, and what they have. Above the broken line the most disadvantaged have more than an equal share, below it less.</source>
        <translation>Kurvan lägger ihop invånarna, från de mest till de minst utsatta, och det de har. Ovanför den streckade linjen har de mest utsatta mer än en lika stor del, under den mindre.</translation>
    </message>
    <message>
        <source>The dark bar is growth proper. The hatched bar is people in areas that came to the type or left it: nobody need have moved. The diamond is the sum, which is what comes out when the type of each year is used as it stands.</source>
        <translation>Den mörka stapeln är egentlig ökning. Den skrafferade stapeln är invånare i områden som kom till typen eller lämnade den: ingen behöver ha flyttat. Romben är summan, alltså det man får om man använder varje års typ rakt av.</translation>
    </message>
    <message>
        <source>The database of {path} does not exist on its server. Correct the connection in QGIS.</source>
        <translation>Databasen för {path} finns inte på servern. Rätta anslutningen i QGIS.</translation>
    </message>
    <message>
        <source>The database of {path} has no workspace in the schema "{schema}". Make one with "Create workspace", or write the name as connection/schema.</source>
        <translation>Databasen för {path} har ingen arbetsyta i schemat "{schema}". Skapa en med "Skapa arbetsyta", eller skriv namnet som anslutning/schema.</translation>
    </message>
    <message>
        <source>The database of {path} lacks PostGIS, and you may not add it. Ask its administrator to run CREATE EXTENSION postgis; in it. The answer was: {detail}</source>
        <translation>Databasen för {path} saknar PostGIS, och du får inte lägga till det. Be dess administratör att köra CREATE EXTENSION postgis; i den. Svaret var: {detail}</translation>
    </message>
    <message>
        <source>The date is not a day written as 2024-12-31.</source>
        <translation>Datumet är inte en dag skriven som 2024-12-31.</translation>
    </message>
    <message>
        <source>The date is not written as 2024-12-31.</source>
        <translation>Datumet är inte skrivet som 2024-12-31.</translation>
    </message>
    <message>
        <source>The day of the row, where DATE is blank.</source>
        <translation>Radens dag, när DATE är tomt.</translation>
    </message>
    <message>
        <source>The day that the numbers of people are of, such as 2024-12-31.</source>
        <translation>Den dag som antalen personer gäller, till exempel 2024-12-31.</translation>
    </message>
    <message>
        <source>The day whose timetable is travelled. Choose an ordinary weekday.</source>
        <translation>Dagen vars tidtabell gäller. Välj en vanlig vardag.</translation>
    </message>
    <message>
        <source>The delivery says that it holds {n} objects.</source>
        <translation>Leveransen uppger att den innehåller {n} objekt.</translation>
    </message>
    <message>
        <source>The delivery's text says EPSG:{told}, but the layer is in EPSG:{found}; the layer is believed.</source>
        <translation>Leveransens text säger EPSG:{told}, men lagret är i EPSG:{found}; lagret gäller.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was written to {path}. Free some space and try again.</source>
        <translation>Disken är full, så inget skrevs till {path}. Frigör utrymme och försök igen.</translation>
    </message>
    <message>
        <source>The download could not be kept in {path}: {detail}. Free some space, or choose another folder.</source>
        <translation>Nedladdningen kunde inte sparas i {path}: {detail}. Frigör utrymme eller välj en annan mapp.</translation>
    </message>
    <message>
        <source>The example unit</source>
        <translation>Exempelenheten</translation>
    </message>
    <message>
        <source>The example unit without coordinates</source>
        <translation>Exempelenheten utan koordinater</translation>
    </message>
    <message>
        <source>The facility has no place, and is not on the map.</source>
        <translation>Vårdenheten saknar läge och syns inte på kartan.</translation>
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
        <source>The figure that was measured.</source>
        <translation>Det uppmätta värdet.</translation>
    </message>
    <message>
        <source>The figures are those of AREAS, spread on their squares: a neighbourhood smaller than an area only gives back the area.</source>
        <translation>Uppgifterna är områdenas i AREAS, spridda på deras rutor: ett grannskap som är mindre än ett område ger bara tillbaka området.</translation>
    </message>
    <message>
        <source>The file is of region {region}, which is the workspace's own. Its rows are never overwritten from an exchange file; choose a neighbour's.</source>
        <translation>Filen gäller region {region}, som är arbetsytans egen. Dess rader skrivs aldrig över från en utbytesfil; välj en grannes.</translation>
    </message>
    <message>
        <source>The file is of region {region}, {date}. Licence: {licence}. Contact: {contact}. Numbers under {minimum} people are not told in it.</source>
        <translation>Filen gäller region {region}, {date}. Licens: {licence}. Kontakt: {contact}. Tal under {minimum} personer redovisas inte i den.</translation>
    </message>
    <message>
        <source>The file that travel times were reckoned on.</source>
        <translation>Den fil som restiderna räknades på.</translation>
    </message>
    <message>
        <source>The file was read as {encoding} with {delimiter} between its columns.</source>
        <translation>Filen lästes som {encoding} med {delimiter} mellan kolumnerna.</translation>
    </message>
    <message>
        <source>The file {file} does not exist. Choose the zip from Lastkajen.</source>
        <translation>Filen {file} finns inte. Välj zipfilen från Lastkajen.</translation>
    </message>
    <message>
        <source>The file {name} is not safe to open: {reason} {member}. Ask the sender for another.</source>
        <translation>Filen {name} är inte säker att öppna: {reason} {member}. Be avsändaren om en ny.</translation>
    </message>
    <message>
        <source>The file {path} cannot be opened ({detail}). Close it where it is open, or ask for access.</source>
        <translation>Filen {path} går inte att öppna ({detail}). Stäng den där den är öppen, eller be om behörighet.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>Filen {path} kan inte läsas: {reason}.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}. Choose another folder.</source>
        <translation>Filen {path} går inte att skriva: {reason}. Välj en annan mapp.</translation>
    </message>
    <message>
        <source>The file {path} does not exist. Choose another.</source>
        <translation>Filen {path} finns inte. Välj en annan.</translation>
    </message>
    <message>
        <source>The file {path} has no table with headings in its first row.</source>
        <translation>Filen {path} har ingen tabell med rubriker i första raden.</translation>
    </message>
    <message>
        <source>The file {path} is damaged or not what its name says ({detail}). Ask for it anew.</source>
        <translation>Filen {path} är skadad eller inte vad namnet säger ({detail}). Be om en ny.</translation>
    </message>
    <message>
        <source>The file {path} is far larger than a table of facilities ({detail}). Choose another.</source>
        <translation>Filen {path} är mycket större än en tabell med vårdenheter ({detail}). Välj en annan.</translation>
    </message>
    <message>
        <source>The file {path} is no table. Save it as CSV (UTF-8) or as an Excel workbook.</source>
        <translation>Filen {path} är ingen tabell. Spara den som CSV (UTF-8) eller som Excelarbetsbok.</translation>
    </message>
    <message>
        <source>The first stood in the workspace</source>
        <translation>Den första fanns i arbetsytan</translation>
    </message>
    <message>
        <source>The floor of {bound} kronor per listed raises it to {amount}.</source>
        <translation>Golvet {bound} kronor per listad höjer det till {amount}.</translation>
    </message>
    <message>
        <source>The floor {floor} is above the ceiling {ceiling}. Change one of them.</source>
        <translation>Golvet {floor} ligger över taket {ceiling}. Ändra något av dem.</translation>
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
        <source>The follow-up has no rows. Fill in the workspace's table grant_followup, or choose another table.</source>
        <translation>Uppföljningen har inga rader. Fyll i arbetsytans tabell grant_followup, eller välj en annan tabell.</translation>
    </message>
    <message>
        <source>The forecast for {code} goes from {first} to {last} and says nothing of {year}.</source>
        <translation>Prognosen för {code} går från {first} till {last} och säger inget om {year}.</translation>
    </message>
    <message>
        <source>The frozen basis {path} cannot be read: {reason}.</source>
        <translation>Det frysta underlaget {path} kan inte läsas: {reason}.</translation>
    </message>
    <message>
        <source>The frozen layer is in {one} and INPUT in {other}, so their geometries were not compared.</source>
        <translation>Det frysta lagret är i {one} och INPUT i {other}, så deras geometrier jämfördes inte.</translation>
    </message>
    <message>
        <source>The frozen layer {layer} cannot be opened.</source>
        <translation>Det frysta lagret {layer} kan inte öppnas.</translation>
    </message>
    <message>
        <source>The frozen layer {layer} has no field {names}. Its fields are: {fields}.</source>
        <translation>Det frysta lagret {layer} har inget fält {names}. Dess fält är: {fields}.</translation>
    </message>
    <message>
        <source>The grid is nearer the truth wherever people live unevenly, and needs GRID.</source>
        <translation>Rutorna ger en riktigare bild där invånarna bor ojämnt fördelade, och kräver GRID.</translation>
    </message>
    <message>
        <source>The highest rank (need index)</source>
        <translation>Den högsta rangen (vårdbehovsindex)</translation>
    </message>
    <message>
        <source>The horizons: each year becomes a field of its own.</source>
        <translation>Horisonterna: varje år blir ett eget fält.</translation>
    </message>
    <message>
        <source>The id is not that of a square in SWEREF 99 TM: 13 digits, or such as E352000N6860000.</source>
        <translation>Id:t är inte en rutas i SWEREF 99 TM: 13 siffror, eller till exempel E352000N6860000.</translation>
    </message>
    <message>
        <source>The id that the changes and the services name.</source>
        <translation>Det id som ändringarna och utbudet hänvisar till.</translation>
    </message>
    <message>
        <source>The ids fit no grid of 100, 250, 500 or 1 000 m, such as {id}. Check that they are of the lower left corners.</source>
        <translation>Id:na passar inget rutnät på 100, 250, 500 eller 1 000 m, till exempel {id}. Kontrollera att de gäller nedre vänstra hörnet.</translation>
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
        <source>The index (or ACG) of every unit is 0, so nothing can be shared by it.</source>
        <translation>Indexet (eller ACG) är 0 för alla vårdenheter, så inget kan fördelas efter det.</translation>
    </message>
    <message>
        <source>The index is of</source>
        <translation>Indexet gäller</translation>
    </message>
    <message>
        <source>The index is the weighted mean of: {mix}.</source>
        <translation>Indexet är det viktade medelvärdet av: {mix}.</translation>
    </message>
    <message>
        <source>The index that decides</source>
        <translation>Det index som avgör</translation>
    </message>
    <message>
        <source>The index that decides, second rule (blank = the same)</source>
        <translation>Det index som avgör, andra regeln (tomt = samma)</translation>
    </message>
    <message>
        <source>The index {index} is not over the threshold {threshold}: 0 kronor by the rule.</source>
        <translation>Indexet {index} är inte över tröskeln {threshold}: 0 kronor enligt regeln.</translation>
    </message>
    <message>
        <source>The index {index} is over the threshold {threshold}: {points} points × {each} kronor = {amount} kronor.</source>
        <translation>Indexet {index} är över tröskeln {threshold}: {points} poäng × {each} kronor = {amount} kronor.</translation>
    </message>
    <message>
        <source>The indices of Erreygers and Wagstaff use the bounds {lower} and {upper}, since they were not both given.</source>
        <translation>Erreygers och Wagstaffs index använder gränserna {lower} och {upper}, eftersom inte båda angavs.</translation>
    </message>
    <message>
        <source>The kind of capacity is not known.</source>
        <translation>Slaget av kapacitet är inte känt.</translation>
    </message>
    <message>
        <source>The largest that all ids fit</source>
        <translation>Den största som alla id:n passar</translation>
    </message>
    <message>
        <source>The last change was on {date}.</source>
        <translation>Senast ändrades något {date}.</translation>
    </message>
    <message>
        <source>The last ring of squares</source>
        <translation>Den sista ringen av rutor</translation>
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
        <source>The layer {layer} cannot be frozen: {reason}</source>
        <translation>Lagret {layer} kan inte frysas: {reason}</translation>
    </message>
    <message>
        <source>The layer {layer} has {n} rows, but {kept} could be frozen. Repair the layer first.</source>
        <translation>Lagret {layer} har {n} rader, men {kept} kunde frysas. Laga lagret först.</translation>
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
        <source>The lowest rank</source>
        <translation>Den lägsta rangen</translation>
    </message>
    <message>
        <source>The made-up sample county is always looked up by its areas.</source>
        <translation>Det påhittade exempellänet söks alltid efter sina områden.</translation>
    </message>
    <message>
        <source>The manifest is the one that the workspace noted when it was frozen.</source>
        <translation>Manifestet är det som arbetsytan noterade när det frystes.</translation>
    </message>
    <message>
        <source>The manifest of {reference} {name} is not the one that was frozen: its checksum is {found}, but the workspace noted {noted}. Take the folder back from the archive.</source>
        <translation>Manifestet för {reference} {name} är inte det som frystes: dess kontrollsumma är {found}, men arbetsytan noterade {noted}. Ta tillbaka mappen från arkivet.</translation>
    </message>
    <message>
        <source>The map's coordinate system cannot show this place.</source>
        <translation>Kartans koordinatsystem kan inte visa den här platsen.</translation>
    </message>
    <message>
        <source>The matrix holds straight lines, not travel along roads.</source>
        <translation>Matrisen innehåller fågelvägen, inte resor längs väg.</translation>
    </message>
    <message>
        <source>The mean of INDEX is {own} and that of AREA_INDEX {area}. Check that they are on the same scale.</source>
        <translation>Medelvärdet av INDEX är {own} och av AREA_INDEX {area}. Kontrollera att de är på samma skala.</translation>
    </message>
    <message>
        <source>The method with room per site needs the field CAPACITY.</source>
        <translation>Metoden med kapacitet per plats behöver fältet CAPACITY.</translation>
    </message>
    <message>
        <source>The model {name} is not in this QGIS. Switch the provider Närvård on under Processing.</source>
        <translation>Modellen {name} finns inte i detta QGIS. Slå på Närvård bland Processing-verktygen.</translation>
    </message>
    <message>
        <source>The most disadvantaged fifth has 0, so there is no ratio.</source>
        <translation>Den mest utsatta femtedelen har 0, så det finns ingen kvot.</translation>
    </message>
    <message>
        <source>The most disadvantaged fifth of the people have {share} of all {value}; with equal shares they would have 20 per cent.</source>
        <translation>Den mest utsatta femtedelen av invånarna har {share} av det sammanlagda värdet ({value}); med lika stora delar skulle de ha 20 procent.</translation>
    </message>
    <message>
        <source>The most disadvantaged four tenths have 0, so there is no ratio.</source>
        <translation>De mest utsatta fyra tiondelarna har 0, så det finns ingen kvot.</translation>
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
        <source>The name of the page must end in .html.</source>
        <translation>Sidans namn måste sluta på .html.</translation>
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
        <source>The nation's points per person (blank = no ratio)</source>
        <translation>Rikets poäng per person (tomt = ingen kvot)</translation>
    </message>
    <message>
        <source>The nation's points per person, as given</source>
        <translation>Rikets poäng per person, som det angavs</translation>
    </message>
    <message>
        <source>The nearest are measured between the areas' midpoints; of those equally far away the first by area code is taken.</source>
        <translation>Närmast mäts mellan områdenas mittpunkter; vid lika avstånd gäller den första områdeskoden.</translation>
    </message>
    <message>
        <source>The nearest chosen site is beyond RADIUS for {n} points with {people} in demand: {list}.</source>
        <translation>Punkter vars närmaste valda plats ligger bortom RADIUS ({n} st, efterfrågan {people}): {list}.</translation>
    </message>
    <message>
        <source>The neighbour that you expect the file to be of. Blank = whichever the file says; a CSV file needs it.</source>
        <translation>Den granne som du väntar dig att filen gäller. Tomt = den som filen säger; en CSV-fil behöver den.</translation>
    </message>
    <message>
        <source>The neighbouring regions, too</source>
        <translation>Grannregionerna också</translation>
    </message>
    <message>
        <source>The network file of Compile road network</source>
        <translation>Vägnätsfilen från Skapa vägnätsfil</translation>
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
        <source>The number is not a number of whole people, nor a mark of a hidden cell (&lt;5, .., x, -).</source>
        <translation>Talet är inte ett antal hela personer, och inte heller ett tecken för en dold cell (&lt;5, .., x, -).</translation>
    </message>
    <message>
        <source>The number of people is not known in some areas ({areas}), which are in no measure.</source>
        <translation>Antalet invånare är okänt i några områden ({areas}), som inte ingår i något mått.</translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation>Siffrorna</translation>
    </message>
    <message>
        <source>The parents, not the children.</source>
        <translation>Föräldrarna, inte barnen.</translation>
    </message>
    <message>
        <source>The parts are more than their total in {n} rows: they overlap, or the figures have been perturbed by their source. Nothing is repaired; take totals from the total. Rests between parts and total are not protected as numbers of their own. Rows: {list}.</source>
        <translation>Delarna är större än totalen i några rader ({n} st): de överlappar varandra, eller så har källan ändrat siffrorna slumpmässigt (röjandeskydd). Inget rättas; hämta totaler ur totalfältet. Rester mellan delarna och totalen skyddas inte som egna tal. Rader: {list}.</translation>
    </message>
    <message>
        <source>The parts do not sum to the total in {n} rows, by {people} people together; the rest counts as a number of its own.</source>
        <translation>Delarna summerar inte till totalen (rader: {n}; tillsammans {people} personer); resten räknas som ett eget tal.</translation>
    </message>
    <message>
        <source>The path is {length} characters long and {limit} is the most the file format takes. Choose a shorter name or a folder nearer the top: {path}</source>
        <translation>Sökvägen är {length} tecken lång och filformatet klarar högst {limit}. Välj ett kortare namn eller en mapp högre upp: {path}</translation>
    </message>
    <message>
        <source>The people in fifths, the most disadvantaged first</source>
        <translation>Invånarna i femtedelar, de mest utsatta först</translation>
    </message>
    <message>
        <source>The period is not a year, month or quarter. Write 2024, 2024-12 or 2024-Q4.</source>
        <translation>Perioden är inte ett år, en månad eller ett kvartal. Skriv 2024, 2024-12 eller 2024-Q4.</translation>
    </message>
    <message>
        <source>The place does not lie in Sweden. Pick it on the map, or write its reference system after it, as in 16.36,56.66 [EPSG:4326].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place lies outside every area, and neither region nor municipality says why.</source>
        <translation>Läget är utanför alla områden, och varken region eller kommun säger varför.</translation>
    </message>
    <message>
        <source>The place lies {metres} m outside every area of the workspace. Check that it is right.</source>
        <translation>Läget är {metres} m utanför arbetsytans alla områden. Kontrollera att det stämmer.</translation>
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
        <source>The points of {table} in {file} are in {found}, but SWEREF 99 TM (EPSG:3006) was agreed. Ask the neighbour for a new file.</source>
        <translation>Punkterna i {table} i {file} är i {found}, men SWEREF 99 TM (EPSG:3006) är överenskommet. Be grannen om en ny fil.</translation>
    </message>
    <message>
        <source>The points over the people are not the points per person: one of the fields is another, or of another year.</source>
        <translation>Poängsumman delad med antalet personer är inte poäng per person: något av fälten är fel fält, eller gäller ett annat år.</translation>
    </message>
    <message>
        <source>The pot does not suffice for what floor and largest change demand: the smallest possible pot is {smallest} kronor.</source>
        <translation>Potten räcker inte till det som golv och största förändring kräver: minsta möjliga pott är {smallest} kronor.</translation>
    </message>
    <message>
        <source>The price comes to {over} kronor more than the pot of {pot}.</source>
        <translation>Priset ger {over} kronor mer än potten {pot}.</translation>
    </message>
    <message>
        <source>The raster {layer} is not one file of its own ({source}). Save it as a GeoTIFF first, and freeze that.</source>
        <translation>Rastret {layer} är inte en egen fil ({source}). Spara det som GeoTIFF först, och frys den.</translation>
    </message>
    <message>
        <source>The raster {path} cannot be written: {reason}. Choose another file.</source>
        <translation>Rastret {path} går inte att skriva: {reason}. Välj en annan fil.</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>Läsningen avbröts.</translation>
    </message>
    <message>
        <source>The region and the nation</source>
        <translation>Regionen och riket</translation>
    </message>
    <message>
        <source>The region is not a two-digit county code.</source>
        <translation>Regionen är inte en tvåsiffrig länskod.</translation>
    </message>
    <message>
        <source>The region that everything is fetched for.</source>
        <translation>Regionen som allt hämtas för.</translation>
    </message>
    <message>
        <source>The region's operator (GTFS Regional)</source>
        <translation>Regionens trafikbolag (GTFS Regional)</translation>
    </message>
    <message>
        <source>The region's own amount, for example per year. Blank = no pay is worked out.</source>
        <translation>Regionens eget belopp, till exempel per år. Tomt = ingen ersättning räknas ut.</translation>
    </message>
    <message>
        <source>The regions have areas of different divisions in the workspace ({list}). Choose one in DIVISION.</source>
        <translation>Regionerna har områden av olika indelningar i arbetsytan ({list}). Välj en i DIVISION.</translation>
    </message>
    <message>
        <source>The register may hold a neighbouring region's centres, too. They take no part.</source>
        <translation>Registret kan också innehålla en grannregions vårdcentraler. De räknas inte med.</translation>
    </message>
    <message>
        <source>The register of facilities, with the columns facility_id, type and closed.</source>
        <translation>Vårdenhetsregistret, med kolumnerna facility_id, type och closed.</translation>
    </message>
    <message>
        <source>The register that is handed over. It is only read.</source>
        <translation>Det register som lämnas ut. Det läses bara.</translation>
    </message>
    <message>
        <source>The release holds no provision.</source>
        <translation>Utgåvan innehåller ingen bestämmelse.</translation>
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
        <source>The roads were fetched, but not compiled into a network file: {problem}</source>
        <translation>Vägarna hämtades, men blev ingen vägnätsfil: {problem}</translation>
    </message>
    <message>
        <source>The row has more cells than there are headings, so nobody can say which is which.</source>
        <translation>Raden har fler celler än det finns rubriker, så ingen kan säga vilken som är vilken.</translation>
    </message>
    <message>
        <source>The rows compared stand for {n} trips.</source>
        <translation>De jämförda raderna står för {n} resor.</translation>
    </message>
    <message>
        <source>The rows of {list} do not agree on whether lower or higher is better. Correct the column better.</source>
        <translation>Raderna för {list} anger olika om lägre eller högre är bättre. Rätta kolumnen better.</translation>
    </message>
    <message>
        <source>The rule {method} needs {names}. Give it as your region has decided it.</source>
        <translation>Regeln {method} kräver {names}. Ange det så som din region har beslutat.</translation>
    </message>
    <message>
        <source>The rules ask for services, so SERVICES is needed: the table with facility_id and service.</source>
        <translation>Reglerna frågar efter utbud, så SERVICES behövs: tabellen med facility_id och service.</translation>
    </message>
    <message>
        <source>The rules in {file} cannot be used: {problem}. Correct the file, or leave RULES blank for the plugin's own.</source>
        <translation>Reglerna i {file} kan inte användas: {problem}. Rätta filen, eller lämna RULES tomt för tilläggets egna.</translation>
    </message>
    <message>
        <source>The same areas in both years, with the type and the people of each year.</source>
        <translation>Samma områden båda åren, med varje års typ och invånare.</translation>
    </message>
    <message>
        <source>The same as TYPE_BEFORE where areas keep their type; the effect of reclassification is then 0.</source>
        <translation>Samma som TYPE_BEFORE om områdena behåller sin typ; effekten av omklassning blir då 0.</translation>
    </message>
    <message>
        <source>The same codes as in the listings.</source>
        <translation>Samma koder som i tabellen över listade.</translation>
    </message>
    <message>
        <source>The same for both rules.</source>
        <translation>Samma för båda reglerna.</translation>
    </message>
    <message>
        <source>The same ids as in the facility register.</source>
        <translation>Samma id som i vårdenhetsregistret.</translation>
    </message>
    <message>
        <source>The same ids as in the follow-up.</source>
        <translation>Samma id som i uppföljningen.</translation>
    </message>
    <message>
        <source>The same ids as in the listings.</source>
        <translation>Samma id som i listningarna.</translation>
    </message>
    <message>
        <source>The same ids as in the tables.</source>
        <translation>Samma id som i tabellerna.</translation>
    </message>
    <message>
        <source>The same index of the area around the unit, on the same scale. With it both ways are shown side by side.</source>
        <translation>Samma index för området kring vårdenheten, på samma skala. Då visas båda sätten sida vid sida.</translation>
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
        <source>The same seed gives the same result.</source>
        <translation>Samma frö ger samma resultat.</translation>
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
        <source>The scenario needs a name.</source>
        <translation>Scenariot måste ha ett namn.</translation>
    </message>
    <message>
        <source>The scenario {name} was changed by someone else meanwhile. Nothing of theirs was overwritten; it is read again, and your last step is left out.</source>
        <translation>Scenariot {name} har under tiden ändrats av någon annan. Inget av deras har skrivits över; det läses in igen, och ditt senaste steg är inte med.</translation>
    </message>
    <message>
        <source>The scenario {name} was copied to {new} with {n} changes.</source>
        <translation>Scenariot {name} kopierades till {new} (antal ändringar: {n}).</translation>
    </message>
    <message>
        <source>The schema "{schema}" of {path} already holds something else. Choose another, written as connection/schema; nothing was changed.</source>
        <translation>Schemat "{schema}" i {path} innehåller redan något annat. Välj ett annat, skrivet som anslutning/schema; inget ändrades.</translation>
    </message>
    <message>
        <source>The search stops here with the best choice found. Cancel is heard between its parts, not inside the exact solver.</source>
        <translation>Sökningen slutar här med det bästa val som hittats. Avbryt verkar mellan dess delar, inte inne i den exakta lösaren.</translation>
    </message>
    <message>
        <source>The server of {path} did not accept the user or the password. Correct them where QGIS keeps the connection, and store them there or in an authentication configuration.</source>
        <translation>Servern för {path} godtog inte användaren eller lösenordet. Rätta dem där QGIS har anslutningen, och spara dem där eller i en autentiseringskonfiguration.</translation>
    </message>
    <message>
        <source>The server of {path} does not answer. Check the network, and host and port of the connection.</source>
        <translation>Servern för {path} svarar inte. Kontrollera nätverket och anslutningens värd och port.</translation>
    </message>
    <message>
        <source>The server of {path} stopped the work, and nothing was written: {detail}</source>
        <translation>Servern för {path} avbröt arbetet, och inget skrevs: {detail}</translation>
    </message>
    <message>
        <source>The service is not known.</source>
        <translation>Utbudet är inte känt.</translation>
    </message>
    <message>
        <source>The share has a per cent sign, but SHARE_AS says share.</source>
        <translation>Andelen har ett procenttecken, men SHARE_AS anger andel.</translation>
    </message>
    <message>
        <source>The share is the same all over {equal} of {areas} areas: the figures seem to be those of areas, spread on their squares. A neighbourhood smaller than an area only gives back the area. Use counts per square.</source>
        <translation>Andelen är densamma överallt i {equal} av {areas} områden: uppgifterna tycks vara områdens, spridda på deras rutor. Ett grannskap som är mindre än ett område ger bara tillbaka området. Använd antal per ruta.</translation>
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
        <source>The sheet {sheet} was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The skipped features stand for {n} people, who are in no figure of the result.</source>
        <translation>De överhoppade objekten står för {n} invånare, som inte ingår i någon siffra i resultatet.</translation>
    </message>
    <message>
        <source>The smallest that the table has</source>
        <translation>De minsta som tabellen har</translation>
    </message>
    <message>
        <source>The source</source>
        <translation>Källan</translation>
    </message>
    <message>
        <source>The source is switched off: check its box to fetch.</source>
        <translation>Källan är avstängd: bocka i den för att hämta.</translation>
    </message>
    <message>
        <source>The source {source} is switched off in this QGIS. Switch it on under Sources in the Närvård panel.</source>
        <translation>Källan {source} är avstängd i denna QGIS. Slå på den under Källor i panelen Närvård.</translation>
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
        <source>The square's total.</source>
        <translation>Rutans total.</translation>
    </message>
    <message>
        <source>The squares hold {people} people ({date}), {division} in the workspace {other} ({when}). These are two counts, each protected on its own: never mix them in one figure.</source>
        <translation>Rutorna har {people} invånare ({date}), {division} i arbetsytan {other} ({when}). Det är två räkningar som skyddats var för sig: blanda dem aldrig i samma tal.</translation>
    </message>
    <message>
        <source>The squares name no area (POINT_AREA), so it cannot be seen whether their figures are those of areas, spread.</source>
        <translation>Rutorna anger inget område (POINT_AREA), så det går inte att se om uppgifterna är områdens, spridda på rutor.</translation>
    </message>
    <message>
        <source>The squares tell no ages; the age groups are empty, not 0.</source>
        <translation>Rutorna anger inga åldrar; åldersgrupperna är tomma, inte 0.</translation>
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
        <source>The table as published before</source>
        <translation>Tabellen så som den publicerades förra gången</translation>
    </message>
    <message>
        <source>The table exchange of {file} lacks {names}. Without that nobody knows what the file may be used for; ask the neighbour for a new one.</source>
        <translation>Tabellen exchange i {file} saknar {names}. Utan det vet ingen vad filen får användas till; be grannen om en ny.</translation>
    </message>
    <message>
        <source>The table exchange of {file} says different things in different rows. Ask the neighbour for a new file.</source>
        <translation>Tabellen exchange i {file} säger olika saker i olika rader. Be grannen om en ny fil.</translation>
    </message>
    <message>
        <source>The table forecasts of a workspace, filtered to one forecast: code, year, age_group, population.</source>
        <translation>Arbetsytans tabell forecasts, filtrerad till en prognos: code, year, age_group, population.</translation>
    </message>
    <message>
        <source>The table has no areas or no years; its variables are {list}.</source>
        <translation>Tabellen saknar områden eller år; dess variabler är {list}.</translation>
    </message>
    <message>
        <source>The table has no column for municipality: it is unknown for {n} of {all} facilities.</source>
        <translation>Tabellen har ingen kolumn för kommun: den är okänd för {n} av {all} vårdenheter.</translation>
    </message>
    <message>
        <source>The table has no {level} of county {county} in version {version} of the division. It has: {there}.</source>
        <translation>Tabellen har inga uppgifter per {level} för län {county} i indelningens version {version}. Den har: {there}.</translation>
    </message>
    <message>
        <source>The table has only example rows. Fill in rows of your own, and run again.</source>
        <translation>Tabellen har bara exempelrader. Fyll i egna rader och kör igen.</translation>
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
        <source>The table {table} of {file} has rows of facilities that are not in it: {ids}. Nothing was taken in; ask the neighbour to correct it.</source>
        <translation>Tabellen {table} i {file} har rader för vårdenheter som inte finns i den: {ids}. Ingenting togs in; be grannen rätta det.</translation>
    </message>
    <message>
        <source>The table {table} of {file} has rows of {others}, though the file is of region {region}. Nothing was taken in; ask the neighbour to correct it.</source>
        <translation>Tabellen {table} i {file} har rader för {others}, fast filen gäller region {region}. Ingenting togs in; be grannen rätta det.</translation>
    </message>
    <message>
        <source>The table {table} of {file} has several rows of the same {key}: {ids}. Nothing was taken in; ask the neighbour to correct it.</source>
        <translation>Tabellen {table} i {file} har flera rader med samma {key}: {ids}. Ingenting togs in; be grannen rätta det.</translation>
    </message>
    <message>
        <source>The table {table} of {file} holds something else than points. Ask the neighbour for a new file.</source>
        <translation>Tabellen {table} i {file} innehåller annat än punkter. Be grannen om en ny fil.</translation>
    </message>
    <message>
        <source>The targets for {indicator} in {year} do not agree on whether lower or higher is better.</source>
        <translation>Målvärdena för {indicator} år {year} anger olika om lägre eller högre är bättre.</translation>
    </message>
    <message>
        <source>The template is {path}.</source>
        <translation>Mallen är {path}.</translation>
    </message>
    <message>
        <source>The threshold {threshold} lies far from the units' mean index {mean}. Check that both are on the same scale: points per person (about 2.5) or ratio (1 = the nation).</source>
        <translation>Tröskeln {threshold} ligger långt från vårdenheternas medelindex {mean}. Kontrollera att båda är på samma skala: poäng per person (omkring 2,5) eller kvot (1 = riket).</translation>
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
        <source>The timetable {name} is valid {first}–{last}.</source>
        <translation>Tidtabellen {name} gäller {first}–{last}.</translation>
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
        <source>The tool comparewithbasis reads {file} and checks the SHA-256 of every file. The checksum of {file} itself stands in the workspace's table frozen_bases and in its method log.</source>
        <translation>Verktyget comparewithbasis läser {file} och kontrollerar varje fils SHA-256. Kontrollsumman för själva {file} står i arbetsytans tabell frozen_bases och i dess metodlogg.</translation>
    </message>
    <message>
        <source>The tool stopped without saying why.</source>
        <translation>Verktyget stannade utan att säga varför.</translation>
    </message>
    <message>
        <source>The tool {name} is not in this version of Närvård.</source>
        <translation>Verktyget {name} finns inte i den här versionen av Närvård.</translation>
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
        <source>The two totals differ ({first} and {second} kronor), so gains and losses are not only moved money.</source>
        <translation>Summorna skiljer sig åt ({first} och {second} kronor), så vinster och förluster är inte bara omfördelade pengar.</translation>
    </message>
    <message>
        <source>The type can mean several. Say which in TYPE_MAP, as word=type.</source>
        <translation>Typen kan betyda flera. Säg vilken i TYPE_MAP, som ord=typ.</translation>
    </message>
    <message>
        <source>The type is not known. Say what it means in TYPE_MAP, as word=type.</source>
        <translation>Typen är inte känd. Säg vad den betyder i TYPE_MAP, som ord=typ.</translation>
    </message>
    <message>
        <source>The types are counted from the mean {mean} by the standard deviation {deviation}, {whose}.</source>
        <translation>Typerna räknas från medelvärdet {mean} med standardavvikelsen {deviation}, {whose}.</translation>
    </message>
    <message>
        <source>The unit is in the workspace</source>
        <translation>Enheten finns i arbetsytan</translation>
    </message>
    <message>
        <source>The user {user} may not do this in {path}, and nothing was changed. Ask the administrator for the right to write, or use the workspace for reading. The answer was: {detail}</source>
        <translation>Användaren {user} får inte göra detta i {path}, och inget ändrades. Be administratören om rätt att skriva, eller använd arbetsytan för att läsa. Svaret var: {detail}</translation>
    </message>
    <message>
        <source>The value analysed</source>
        <translation>Analyserat värde</translation>
    </message>
    <message>
        <source>The values lie between {least} and {most}, outside LOWER and UPPER. Give bounds that no value can pass.</source>
        <translation>Värdena ligger mellan {least} och {most}, utanför LOWER och UPPER. Ange gränser som inget värde kan passera.</translation>
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
        <source>The weight of each point.</source>
        <translation>Punktens vikt.</translation>
    </message>
    <message>
        <source>The whole register, with opened and closed years where known.</source>
        <translation>Hela registret, med öppnings- och stängningsår där de är kända.</translation>
    </message>
    <message>
        <source>The whole's own figure</source>
        <translation>Helhetens egen siffra</translation>
    </message>
    <message>
        <source>The workbook has others, which were not: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace already has {n} points with people of the region, and they are not squares of {side} m ({id}): with both, everybody would be counted twice. Choose REPLACE to have the file's squares instead.</source>
        <translation>Arbetsytan har redan {n} punkter med invånare i regionen, och de är inte rutor på {side} m ({id}): med båda skulle alla räknas två gånger. Välj REPLACE för att ha filens rutor i stället.</translation>
    </message>
    <message>
        <source>The workspace already has {n} points with people of {region}, and they are not square kilometres ({id}): with both, everybody would be counted twice. Keep what you have, or choose REPLACE to have the square kilometres instead.</source>
        <translation>Arbetsytan har redan {n} punkter med invånare i {region}, och de är inga kilometerrutor ({id}): med båda skulle alla räknas två gånger. Behåll det som finns, eller välj REPLACE för att ha kilometerrutorna i stället.</translation>
    </message>
    <message>
        <source>The workspace has a target value but no figures of this. Compute them, and compare them with the tool Target gap.</source>
        <translation>Arbetsytan har ett målvärde men inga siffror för detta. Beräkna dem, och jämför med verktyget Målgap.</translation>
    </message>
    <message>
        <source>The workspace has no areas of other regions: the border is the whole outline of the own region, its coast too.</source>
        <translation>Arbetsytan har inga områden i andra regioner: gränsen är hela den egna regionens ytterkant, även kusten.</translation>
    </message>
    <message>
        <source>The workspace has no areas of region {region}, so nobody knows where the border is. Fetch its areas first, or leave people out.</source>
        <translation>Arbetsytan har inga områden i region {region}, så ingen vet var gränsen går. Hämta först dess områden, eller lämna ut utan invånare.</translation>
    </message>
    <message>
        <source>The workspace has no areas yet, so the area codes were not checked.</source>
        <translation>Arbetsytan har inga områden än, så områdeskoderna kontrollerades inte.</translation>
    </message>
    <message>
        <source>The workspace has no facilities of its own region {region}, so there is nothing to hand over.</source>
        <translation>Arbetsytan har inga vårdenheter i den egna regionen {region}, så det finns ingenting att lämna ut.</translation>
    </message>
    <message>
        <source>The workspace has no facilities of {region} in {year}. Import the region's own, or fetch from an open source.</source>
        <translation>Arbetsytan har inga vårdenheter i {region} år {year}. Läs in regionens egna, eller hämta från en öppen källa.</translation>
    </message>
    <message>
        <source>The workspace has no facility {id}.</source>
        <translation>Arbetsytan har ingen vårdenhet {id}.</translation>
    </message>
    <message>
        <source>The workspace has no facility {id}. Its ids stand in the layer facilities.</source>
        <translation>Arbetsytan har ingen vårdenhet {id}. Dess id står i lagret facilities.</translation>
    </message>
    <message>
        <source>The workspace has no scenario called {name}.</source>
        <translation>Arbetsytan har inget scenario som heter {name}.</translation>
    </message>
    <message>
        <source>The workspace has no scenario called {name}. It has: {names}.</source>
        <translation>Arbetsytan har inget scenario som heter {name}. Där finns: {names}.</translation>
    </message>
    <message>
        <source>The workspace has no scenario yet. Make one with New…</source>
        <translation>Arbetsytan har inget scenario än. Skapa ett med Nytt…</translation>
    </message>
    <message>
        <source>The workspace has no table "{table}". Its tables are: {known}.</source>
        <translation>Arbetsytan har ingen tabell ”{table}”. Tabellerna är: {known}.</translation>
    </message>
    <message>
        <source>The workspace has no {division} of {region}. Run Fetch areas first, for this region.</source>
        <translation>Arbetsytan har ingen {division} för {region}. Kör Hämta områden först, för denna region.</translation>
    </message>
    <message>
        <source>The workspace holds no figures yet. Fetch statistics and health, or import waiting times, in the page of sources.</source>
        <translation>Arbetsytan har inga siffror än. Hämta statistik och hälsa, eller importera väntetider, på sidan Källor.</translation>
    </message>
    <message>
        <source>The workspace is copied.</source>
        <translation>Arbetsytan kopieras.</translation>
    </message>
    <message>
        <source>The workspace is that of {own}, so only its rows can be handed over, not those of {region}. Rows of other regions came with a licence of their own: ask that region.</source>
        <translation>Arbetsytan är {own}s, så bara dess rader kan lämnas ut, inte de i {region}. Andra regioners rader kom med en egen licens: fråga den regionen.</translation>
    </message>
    <message>
        <source>The workspace knows of no frozen basis {reference} {name}. Choose the workspace that it was frozen from, or leave WORKSPACE blank.</source>
        <translation>Arbetsytan känner inte till något fryst underlag {reference} {name}. Välj den arbetsyta som det frystes från, eller lämna WORKSPACE tomt.</translation>
    </message>
    <message>
        <source>The workspace names no sources.</source>
        <translation>Arbetsytan anger inga källor.</translation>
    </message>
    <message>
        <source>The workspace then keeps no number of so few people. Cleared: they are kept as they are.</source>
        <translation>Arbetsytan sparar då inga tal om så få personer. Avstängd: de sparas som de är.</translation>
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
        <source>The workspace's own; blank = that. Another is refused.</source>
        <translation>Arbetsytans egen; tomt = den. En annan avvisas.</translation>
    </message>
    <message>
        <source>The year is not possible.</source>
        <translation>Årtalet är inte möjligt.</translation>
    </message>
    <message>
        <source>The year is not written as 2024.</source>
        <translation>Året är inte skrivet som 2024.</translation>
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
        <source>The year whose care is computed.</source>
        <translation>Året som vården beräknas för.</translation>
    </message>
    <message>
        <source>The zone's id.</source>
        <translation>Zonens id.</translation>
    </message>
    <message>
        <source>The {k} nearest: a tenth of the people have a share under {low}, a tenth over {high}; the farthest neighbour lies {far} m away.</source>
        <translation>De {k} närmaste: en tiondel av invånarna har en andel under {low}, en tiondel över {high}; den mest avlägsna grannen finns {far} m bort.</translation>
    </message>
    <message>
        <source>The {k} nearest: for {share} of the people only the own area's share.</source>
        <translation>De {k} närmaste: för {share} av invånarna bara det egna områdets andel.</translation>
    </message>
    <message>
        <source>The {k} nearest: only its area's share</source>
        <translation>De {k} närmaste: bara områdets egen andel</translation>
    </message>
    <message>
        <source>The {n} cells of GRID weigh {whole}, of which {within} within AREAS. AREAS hold: {totals}. The weights only place each area's own number within it; the two are never mixed, and may be of different dates.</source>
        <translation>Rutorna i GRID ({n} st) har tillsammans vikten {whole}, varav {within} inom AREAS. AREAS innehåller: {totals}. Vikterna fördelar bara varje områdes eget antal inom området; de två blandas aldrig, och kan ha olika datum.</translation>
    </message>
    <message>
        <source>Theil's index</source>
        <translation>Theils index</translation>
    </message>
    <message>
        <source>Theil's index between groups</source>
        <translation>Theils index mellan grupper</translation>
    </message>
    <message>
        <source>Theil's index within groups</source>
        <translation>Theils index inom grupper</translation>
    </message>
    <message>
        <source>Their total in each row (field)</source>
        <translation>Deras total i varje rad (fält)</translation>
    </message>
    <message>
        <source>Then run the tool Import facilities with this file and the preset Närvård's template.</source>
        <translation>Kör sedan verktyget Importera vårdenheter med den här filen och slaget Närvårds mall.</translation>
    </message>
    <message>
        <source>There are no units without a grant to compare with over the same years.</source>
        <translation>Det finns inga vårdenheter utan utvecklingspeng att jämföra med under samma år.</translation>
    </message>
    <message>
        <source>There are too many points and candidates for this method ({size}). Use larger squares, such as 1 km, or fewer candidates.</source>
        <translation>Punkterna och kandidaterna är för många för den här metoden ({size}). Använd större rutor, till exempel 1 km, eller färre kandidater.</translation>
    </message>
    <message>
        <source>There is already a basis at {path}, and a frozen basis is never replaced. Choose another name.</source>
        <translation>Det finns redan ett underlag på {path}, och ett fryst underlag ersätts aldrig. Välj ett annat namn.</translation>
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
        <source>There is an index per person, but no people.</source>
        <translation>Det finns ett index per person, men inga personer.</translation>
    </message>
    <message>
        <source>There is neither a number nor a share.</source>
        <translation>Både antal och andel saknas.</translation>
    </message>
    <message>
        <source>There is neither an amount nor an outcome.</source>
        <translation>Både belopp och utfall saknas.</translation>
    </message>
    <message>
        <source>There is no area code.</source>
        <translation>Områdeskod saknas.</translation>
    </message>
    <message>
        <source>There is no curve: every value is 0.</source>
        <translation>Det finns ingen kurva: alla värden är 0.</translation>
    </message>
    <message>
        <source>There is no effort.</source>
        <translation>Insats saknas.</translation>
    </message>
    <message>
        <source>There is no file {path}. Nothing was frozen.</source>
        <translation>Det finns ingen fil {path}. Ingenting frystes.</translation>
    </message>
    <message>
        <source>There is no index on any scale.</source>
        <translation>Det finns inget index på någon skala.</translation>
    </message>
    <message>
        <source>There is no indicator.</source>
        <translation>Mått saknas.</translation>
    </message>
    <message>
        <source>There is no key or account {id} in QGIS's authentication store. Choose another.</source>
        <translation>Det finns ingen nyckel eller inget konto {id} i QGIS autentiseringsregister. Välj ett annat.</translation>
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
        <source>There is no name.</source>
        <translation>Namn saknas.</translation>
    </message>
    <message>
        <source>There is no outcome from before the money.</source>
        <translation>Det finns inget utfall från tiden före pengarna.</translation>
    </message>
    <message>
        <source>There is no specialty.</source>
        <translation>Specialitet saknas.</translation>
    </message>
    <message>
        <source>There is no such facility among the imported ones or in the workspace.</source>
        <translation>Vårdenheten finns varken bland de importerade eller i arbetsytan.</translation>
    </message>
    <message>
        <source>There is no such facility where you began to drag. Begin on the facility itself.</source>
        <translation>Det finns ingen sådan vårdenhet där du började dra. Börja på själva vårdenheten.</translation>
    </message>
    <message>
        <source>There is no such facility where you clicked. Click nearer, or choose it in the list.</source>
        <translation>Det finns ingen sådan vårdenhet där du klickade. Klicka närmare, eller välj den i listan.</translation>
    </message>
    <message>
        <source>There is no table {table} at {place} ({detail}).</source>
        <translation>Det finns ingen tabell {table} hos {place} ({detail}).</translation>
    </message>
    <message>
        <source>There is no target for {indicator} in {year}. There are targets for: {known}.</source>
        <translation>Det finns inget mål för {indicator} år {year}. Det finns mål för: {known}.</translation>
    </message>
    <message>
        <source>There is no unit id or area code.</source>
        <translation>Vårdenhetens id eller områdeskoden saknas.</translation>
    </message>
    <message>
        <source>There is no unit id.</source>
        <translation>Vårdenhetens id saknas.</translation>
    </message>
    <message>
        <source>There is no unit.</source>
        <translation>Enhet saknas.</translation>
    </message>
    <message>
        <source>There is no value.</source>
        <translation>Värde saknas.</translation>
    </message>
    <message>
        <source>There is no variable {name}. There are: {names}.</source>
        <translation>Det finns ingen variabel {name}. Det finns: {names}.</translation>
    </message>
    <message>
        <source>There is no workspace at {path}. Make one with "Create workspace", or correct the path.</source>
        <translation>Det finns ingen arbetsyta i {path}. Skapa en med ”Skapa arbetsyta”, eller rätta sökvägen.</translation>
    </message>
    <message>
        <source>There is not one zone. Check the id field and the codes.</source>
        <translation>Ingen zon bildades. Kontrollera id-fältet och koderna.</translation>
    </message>
    <message>
        <source>There is practically no difference.</source>
        <translation>Det är i praktiken ingen skillnad.</translation>
    </message>
    <message>
        <source>These AGE_FIELDS do not end with {suffix}: {names}. Choose the fields of one year.</source>
        <translation>Dessa AGE_FIELDS slutar inte med {suffix}: {names}. Välj fälten för ett och samma år.</translation>
    </message>
    <message>
        <source>These age groups are not told and are empty, not 0: {list}.</source>
        <translation>Dessa åldersgrupper anges inte och är tomma, inte 0: {list}.</translation>
    </message>
    <message>
        <source>These fields are shown as they are: {names}. Leave them out if the hidden numbers follow from them.</source>
        <translation>Dessa fält visas som de är: {names}. Ta bort dem om de dolda talen följer av dem.</translation>
    </message>
    <message>
        <source>These fields have to be named: {names}.</source>
        <translation>Dessa fält måste anges: {names}.</translation>
    </message>
    <message>
        <source>These fields look like ages but do not make a group of the register, and are not used: {list}.</source>
        <translation>Dessa fält ser ut som åldrar men ger ingen av registrets grupper, och används inte: {list}.</translation>
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
        <source>Third</source>
        <translation>Tredje</translation>
    </message>
    <message>
        <source>This could not be done: {reason}. The message log (Närvård) says more.</source>
        <translation>Det gick inte: {reason}. Mer står i meddelandeloggen (Närvård).</translation>
    </message>
    <message>
        <source>This could not be shown</source>
        <translation>Det här gick inte att visa</translation>
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
        <source>This was imported, or there is no tool that fetches it.</source>
        <translation>Detta är inläst, eller så finns inget verktyg som hämtar det.</translation>
    </message>
    <message>
        <source>Those who moved in minus those who moved out; negative where more moved out. People, not per cent.</source>
        <translation>Inflyttade minus utflyttade; negativt där fler flyttade ut. Personer, inte procent.</translation>
    </message>
    <message>
        <source>Threshold (min)</source>
        <translation>Tröskel (min)</translation>
    </message>
    <message>
        <source>Threshold of the index</source>
        <translation>Tröskel för indexet</translation>
    </message>
    <message>
        <source>Threshold, second rule</source>
        <translation>Tröskel, andra regeln</translation>
    </message>
    <message>
        <source>Thresholds (minutes, with commas)</source>
        <translation>Trösklar (minuter, med komma emellan)</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>tors</translation>
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
        <source>Timetable</source>
        <translation>Tidtabell</translation>
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
        <source>To</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>To (min)</source>
        <translation>Till (min)</translation>
    </message>
    <message>
        <source>To be placed by hand</source>
        <translation>Att placera för hand</translation>
    </message>
    <message>
        <source>To concentrate, MIN_VOLUME is needed.</source>
        <translation>För att koncentrera behövs MIN_VOLUME.</translation>
    </message>
    <message>
        <source>To find units with money that nobody has followed up.</source>
        <translation>För att hitta vårdenheter med pengar som ingen har följt upp.</translation>
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
        <source>To, id</source>
        <translation>Till, id</translation>
    </message>
    <message>
        <source>Today is outside those days: choose a day inside them when you compute travel times.</source>
        <translation>Dagens datum ligger utanför de dagarna: välj en dag inom dem när du beräknar restider.</translation>
    </message>
    <message>
        <source>Told in the log; choose it where few squares are read.</source>
        <translation>Redovisas i loggen; välj den när få rutor läses.</translation>
    </message>
    <message>
        <source>Tolerance (share of the larger number)</source>
        <translation>Tolerans (andel av det större talet)</translation>
    </message>
    <message>
        <source>Tolerance at the border (metres)</source>
        <translation>Tolerans vid gränsen (meter)</translation>
    </message>
    <message>
        <source>Too few trips for a factor of their own: {list}; they and classes without trips get the overall factor {overall}.</source>
        <translation>För få resor för en egen faktor: {list}; de och klasser utan resor får den samlade faktorn {overall}.</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Verktyg</translation>
    </message>
    <message>
        <source>Total (kronor)</source>
        <translation>Summa (kronor)</translation>
    </message>
    <message>
        <source>Total by the second rule (kronor)</source>
        <translation>Summa enligt den andra regeln (kronor)</translation>
    </message>
    <message>
        <source>Totals against sums</source>
        <translation>Totaler mot summor</translation>
    </message>
    <message>
        <source>Towns and villages, one point each.</source>
        <translation>Tätorter och småorter, en punkt var.</translation>
    </message>
    <message>
        <source>Trafiklab: key</source>
        <translation>Trafiklab: nyckel</translation>
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
        <source>Travel time or cost: the more, the poorer</source>
        <translation>Restid eller kostnad: ju mer, desto sämre</translation>
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
        <source>Travel to</source>
        <translation>Resa till</translation>
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
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Try with the &amp;sample county</source>
        <translation>Prova med &amp;exempellänet</translation>
    </message>
    <message>
        <source>Try with the sample county</source>
        <translation>Prova med exempellänet</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>tis</translation>
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
        <source>Two polygons could not be cut with each other. Repair the geometries of ZONES and AREAS, and run again.</source>
        <translation>Två ytor kunde inte skäras mot varandra. Reparera geometrierna i ZONES och AREAS och kör igen.</translation>
    </message>
    <message>
        <source>Two scales are read from the same field. Each scale has a field of its own.</source>
        <translation>Två skalor läses ur samma fält. Varje skala har ett eget fält.</translation>
    </message>
    <message>
        <source>Two-digit county code. Blank = the workspace's region.</source>
        <translation>Tvåsiffrig länskod. Tomt = arbetsytans region.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type {n}</source>
        <translation>Typ {n}</translation>
    </message>
    <message>
        <source>Types 1 to 5: {counts} areas. They are derived and not official; SCB's own cuts are not known.</source>
        <translation>Typ 1 till 5: {counts} områden. De är härledda och inte officiella; SCB:s egna gränser är inte kända.</translation>
    </message>
    <message>
        <source>Types 1–5 are named as SCB's area types. Where they were derived from an index of one's own, they are not official.</source>
        <translation>Typerna 1–5 är benämnda som SCB:s områdestyper. Där de är härledda ur ett eget index är de inte officiella.</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Osäkerhet</translation>
    </message>
    <message>
        <source>Unchanged rows</source>
        <translation>Oförändrade rader</translation>
    </message>
    <message>
        <source>Unchanged zones</source>
        <translation>Oförändrade zoner</translation>
    </message>
    <message>
        <source>Under 5 (field)</source>
        <translation>Under 5 år (fält)</translation>
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
        <source>Under which the neighbour may use the rows, such as CC0 or a decision's reference.</source>
        <translation>Som grannen får använda raderna under, till exempel CC0 eller ett besluts diarienummer.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Unemployed or in a labour-market measure, 16–64 (field)</source>
        <translation>Arbetslösa eller i arbetsmarknadspolitisk åtgärd, 16–64 år (fält)</translation>
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
        <source>Unit id</source>
        <translation>Vårdenhetens id</translation>
    </message>
    <message>
        <source>Unit id (field)</source>
        <translation>Vårdenhetens id (fält)</translation>
    </message>
    <message>
        <source>Unit id (field; blank = feature id)</source>
        <translation>Vårdenhetens id (fält; tomt = objektets id)</translation>
    </message>
    <message>
        <source>Unit id or area code</source>
        <translation>Vårdenhetens id eller områdeskod</translation>
    </message>
    <message>
        <source>Unit id or area code (field)</source>
        <translation>Vårdenhetens id eller områdeskod (fält)</translation>
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
        <source>Units</source>
        <translation>Vårdenheter</translation>
    </message>
    <message>
        <source>Units (columns)</source>
        <translation>Enheter (kolumner)</translation>
    </message>
    <message>
        <source>Units and their listed</source>
        <translation>Vårdenheter och deras listade</translation>
    </message>
    <message>
        <source>Units compared with units without a grant</source>
        <translation>Vårdenheter som jämförs med vårdenheter utan utvecklingspeng</translation>
    </message>
    <message>
        <source>Units measured only since the money began</source>
        <translation>Vårdenheter som mätts först sedan pengarna började betalas</translation>
    </message>
    <message>
        <source>Units that are not in the workspace</source>
        <translation>Enheter som inte finns i arbetsytan</translation>
    </message>
    <message>
        <source>Units that became better</source>
        <translation>Vårdenheter som blev bättre</translation>
    </message>
    <message>
        <source>Units that became worse</source>
        <translation>Vårdenheter som blev sämre</translation>
    </message>
    <message>
        <source>Units that do it</source>
        <translation>Vårdenheter som gör det</translation>
    </message>
    <message>
        <source>Units that gain by the second</source>
        <translation>Vårdenheter som vinner på den andra</translation>
    </message>
    <message>
        <source>Units that get anything</source>
        <translation>Vårdenheter som får något</translation>
    </message>
    <message>
        <source>Units that lose by the second</source>
        <translation>Vårdenheter som förlorar på den andra</translation>
    </message>
    <message>
        <source>Units that people list at.</source>
        <translation>Vårdenheter som invånare listar sig på.</translation>
    </message>
    <message>
        <source>Units unchanged</source>
        <translation>Oförändrade vårdenheter</translation>
    </message>
    <message>
        <source>Units with a measured change</source>
        <translation>Vårdenheter med uppmätt förändring</translation>
    </message>
    <message>
        <source>Units with an empty number of listed</source>
        <translation>Vårdenheter utan antal listade</translation>
    </message>
    <message>
        <source>Units with listed have no value, or one below 0.</source>
        <translation>Vårdenheter med listade saknar värde, eller har ett under 0.</translation>
    </message>
    <message>
        <source>Units with money</source>
        <translation>Vårdenheter med utvecklingspeng</translation>
    </message>
    <message>
        <source>Units with the same</source>
        <translation>Vårdenheter med samma belopp</translation>
    </message>
    <message>
        <source>Units with years whose amount is not told</source>
        <translation>Vårdenheter med år utan uppgift om belopp</translation>
    </message>
    <message>
        <source>Units without a grant changed by {change} over the same years ({n} units).</source>
        <translation>Vårdenheter utan utvecklingspeng förändrades med {change} under samma år ({n} vårdenheter).</translation>
    </message>
    <message>
        <source>Units without a grant, at most</source>
        <translation>Vårdenheter utan utvecklingspeng, högst</translation>
    </message>
    <message>
        <source>Units without a grant, same years</source>
        <translation>Vårdenheter utan utvecklingspeng, samma år</translation>
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
        <source>Use of care by age (table)</source>
        <translation>Vårdkonsumtion per ålder (tabell)</translation>
    </message>
    <message>
        <source>Use per person and year (field)</source>
        <translation>Användning per person och år (fält)</translation>
    </message>
    <message>
        <source>Used where no field with calls is named.</source>
        <translation>Används när inget fält med uppdrag har angetts.</translation>
    </message>
    <message>
        <source>VARIABLE goes with VALUE, for a table with one row per figure.</source>
        <translation>VARIABLE hör till VALUE, för en tabell med en rad per siffra.</translation>
    </message>
    <message>
        <source>VEHICLES are compared with vehicle hours, which need HOSPITALS and calls.</source>
        <translation>VEHICLES jämförs med fordonstimmar, som kräver HOSPITALS och uppdrag.</translation>
    </message>
    <message>
        <source>VERSION must be one or several of {known}, with ; between, not {found}.</source>
        <translation>VERSION ska vara en eller flera av {known}, med ; emellan, inte {found}.</translation>
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
        <source>Value before</source>
        <translation>Värde före</translation>
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
        <source>Values of the table's variables</source>
        <translation>Värden för tabellens variabler</translation>
    </message>
    <message>
        <source>Variables (fields)</source>
        <translation>Variabler (fält)</translation>
    </message>
    <message>
        <source>Variables in different units need zscore or rank.</source>
        <translation>Variabler i olika enheter kräver zscore eller rank.</translation>
    </message>
    <message>
        <source>Variance under normality</source>
        <translation>Varians under normalfördelning</translation>
    </message>
    <message>
        <source>Variance under randomisation</source>
        <translation>Varians under slumpfördelning av värdena</translation>
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
        <source>Version of the division</source>
        <translation>Indelningens version</translation>
    </message>
    <message>
        <source>Very good socioeconomic conditions</source>
        <translation>Mycket goda socioekonomiska förutsättningar</translation>
    </message>
    <message>
        <source>Vintage</source>
        <translation>Årgång</translation>
    </message>
    <message>
        <source>Vintage it is carried from</source>
        <translation>Årgång det är överfört från</translation>
    </message>
    <message>
        <source>Vintage of the areas</source>
        <translation>Områdenas årgång</translation>
    </message>
    <message>
        <source>Vintage of the division</source>
        <translation>Indelningens årgång</translation>
    </message>
    <message>
        <source>Vintage of the key, where its fields' names do not say it</source>
        <translation>Nyckelns årgång, när dess fältnamn inte anger den</translation>
    </message>
    <message>
        <source>Vintage of the new code (field; blank = to_vintage)</source>
        <translation>Den nya kodens årgång (fält; tomt = to_vintage)</translation>
    </message>
    <message>
        <source>Vintage of the old code (field; blank = from_vintage)</source>
        <translation>Den gamla kodens årgång (fält; tomt = from_vintage)</translation>
    </message>
    <message>
        <source>Vintage of the table, where no year or suffix says it</source>
        <translation>Tabellens årgång, när varken år eller tillägg till koden anger den</translation>
    </message>
    <message>
        <source>Vintage of {layer} (field; blank = vintage or version)</source>
        <translation>Årgång för {layer} (fält; tomt = vintage eller version)</translation>
    </message>
    <message>
        <source>Vintage of {layer}, where no field says it</source>
        <translation>Årgång för {layer}, när inget fält anger den</translation>
    </message>
    <message>
        <source>Vintage to carry to (blank = as the key says)</source>
        <translation>Årgång att föra över till (tomt = som nyckeln anger)</translation>
    </message>
    <message>
        <source>Visits (field; blank = people)</source>
        <translation>Besök (fält; tomt = invånare)</translation>
    </message>
    <message>
        <source>Visits, days or people, per person of the age.</source>
        <translation>Besök, vårddygn eller personer, per person i åldern.</translation>
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
        <source>WEIGHTS has a 0. Take that variable out of VARIABLES instead.</source>
        <translation>WEIGHTS innehåller en nolla. Ta i stället bort variabeln ur VARIABLES.</translation>
    </message>
    <message>
        <source>WEIGHTS has {n} numbers for {m} variables. Give one for each, with ; between, or none at all.</source>
        <translation>WEIGHTS har {n} tal för {m} variabler. Ange ett för varje, med ; emellan, eller inget alls.</translation>
    </message>
    <message>
        <source>WHEN cannot be read: {text}. Write a weekday and an hour, such as sat 03:00, lör 03:00 or 6 03:00.</source>
        <translation>WHEN kan inte läsas: {text}. Skriv en veckodag och ett klockslag, till exempel lör 03:00, sat 03:00 eller 6 03:00.</translation>
    </message>
    <message>
        <source>Wagstaff's index</source>
        <translation>Wagstaffs index</translation>
    </message>
    <message>
        <source>Waited over 90 days: {specialty}</source>
        <translation>Väntat över 90 dagar: {specialty}</translation>
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
        <source>Waiting times (care guarantee)</source>
        <translation>Väntetider (vårdgaranti)</translation>
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
        <source>Wed</source>
        <translation>ons</translation>
    </message>
    <message>
        <source>Weighs every area.</source>
        <translation>Viktar varje område.</translation>
    </message>
    <message>
        <source>Weight of a cell (field; blank = 1 per cell)</source>
        <translation>En rutas vikt (fält; tomt = 1 per ruta)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Vikter</translation>
    </message>
    <message>
        <source>Weights (numbers with ; blank = equal)</source>
        <translation>Vikter (tal med ; emellan, tomt = lika)</translation>
    </message>
    <message>
        <source>Weights means, standard deviations and ranks.</source>
        <translation>Viktar medelvärden, standardavvikelser och ranger.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>What a row is known by, in both: one field or several together.</source>
        <translation>Det som en rad känns igen på, i båda: ett fält eller flera tillsammans.</translation>
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
        <source>What changed</source>
        <translation>Vad som ändrats</translation>
    </message>
    <message>
        <source>What changed since last time?</source>
        <translation>Vad ändrades sedan sist?</translation>
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
        <source>What each person of the area has, such as minutes; at least 0. A number of people or visits grows with the area and says nothing.</source>
        <translation>Det som varje invånare i området har, till exempel minuter; minst 0. Ett antal invånare eller besök växer med området och säger inget.</translation>
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
        <source>What follows the age group in the fields' names</source>
        <translation>Det som följer efter åldersgruppen i fältens namn</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Vad hände</translation>
    </message>
    <message>
        <source>What happened (added, changed, removed)</source>
        <translation>Vad som hände (added, changed, removed)</translation>
    </message>
    <message>
        <source>What happened, and what to do</source>
        <translation>Vad som hände, och vad du kan göra</translation>
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
        <source>What is compared (rules, base)</source>
        <translation>Vad som jämförs (rules = regler, base = bas)</translation>
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
        <source>What is handed over</source>
        <translation>Vad som lämnas ut</translation>
    </message>
    <message>
        <source>What is hidden within an area: all its people are taken to have its value and its rank.</source>
        <translation>Vad som döljer sig inom ett område: alla dess invånare räknas med områdets värde och rang.</translation>
    </message>
    <message>
        <source>What is not measured</source>
        <translation>Vad som inte mäts</translation>
    </message>
    <message>
        <source>What is not measured:</source>
        <translation>Mäts inte:</translation>
    </message>
    <message>
        <source>What is not proven best within it is said. Cancel is heard between procedure groups and steps.</source>
        <translation>Det sägs om något inte bevisats vara bäst inom tiden. Avbryt verkar mellan åtgärdsgrupper och steg.</translation>
    </message>
    <message>
        <source>What is used, such as visits at a health centre.</source>
        <translation>Det som används, till exempel besök på vårdcentral.</translation>
    </message>
    <message>
        <source>What it lacks</source>
        <translation>Vad den saknar</translation>
    </message>
    <message>
        <source>What it lacks, id</source>
        <translation>Vad den saknar, id</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Vad det betyder</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Vad det säger</translation>
    </message>
    <message>
        <source>What people wait for.</source>
        <translation>Vad man väntar på.</translation>
    </message>
    <message>
        <source>What places lack, and the nearest that has it</source>
        <translation>Vad orter saknar, och närmaste ort som har det</translation>
    </message>
    <message>
        <source>What stays local</source>
        <translation>Vad som stannar lokalt</translation>
    </message>
    <message>
        <source>What stood there</source>
        <translation>Vad som stod där</translation>
    </message>
    <message>
        <source>What stood there: {words}.</source>
        <translation>Där stod: {words}.</translation>
    </message>
    <message>
        <source>What the best choice is.</source>
        <translation>Vad som menas med det bästa valet.</translation>
    </message>
    <message>
        <source>What the codes name.</source>
        <translation>Vad koderna står för.</translation>
    </message>
    <message>
        <source>What the decision reads: maps and tables.</source>
        <translation>Det som beslutet läser: kartor och tabeller.</translation>
    </message>
    <message>
        <source>What the exchange file changed</source>
        <translation>Vad utbytesfilen ändrade</translation>
    </message>
    <message>
        <source>What the figure is (fields)</source>
        <translation>Vad siffran är (fält)</translation>
    </message>
    <message>
        <source>What the figures are about.</source>
        <translation>Vad uppgifterna handlar om.</translation>
    </message>
    <message>
        <source>What the forecast is shared out by.</source>
        <translation>Det som prognosen fördelas efter.</translation>
    </message>
    <message>
        <source>What the index is the mean of.</source>
        <translation>Det som indexet är medelvärdet av.</translation>
    </message>
    <message>
        <source>What the least disadvantaged tenth has in all, over what the most disadvantaged four tenths have in all: a quarter when all have the same.</source>
        <translation>Vad den minst utsatta tiondelen har sammanlagt, delat med vad de mest utsatta fyra tiondelarna har sammanlagt: en fjärdedel när alla har lika.</translation>
    </message>
    <message>
        <source>What the least disadvantaged tenth has on average, over what the most disadvantaged four tenths have on average.</source>
        <translation>Vad den minst utsatta tiondelen har i genomsnitt, delat med vad de mest utsatta fyra tiondelarna har i genomsnitt.</translation>
    </message>
    <message>
        <source>What the money was used for.</source>
        <translation>Vad pengarna användes till.</translation>
    </message>
    <message>
        <source>What the moves are to reach.</source>
        <translation>Vad flyttarna ska uppnå.</translation>
    </message>
    <message>
        <source>What the names of age fields begin with</source>
        <translation>Vad åldersfältens namn börjar med</translation>
    </message>
    <message>
        <source>What the rank is called</source>
        <translation>Vad rangen kallas</translation>
    </message>
    <message>
        <source>What the region may do with bought squares.</source>
        <translation>Vad regionen får göra med köpta rutor.</translation>
    </message>
    <message>
        <source>What the register holds and lacks</source>
        <translation>Vad registret har och saknar</translation>
    </message>
    <message>
        <source>What the results were reckoned from, besides the workspace.</source>
        <translation>Det som resultaten räknades på, utöver arbetsytan.</translation>
    </message>
    <message>
        <source>What the rule gives by {name} is not shown: {problem}</source>
        <translation>Vad regeln ger efter {name} visas inte: {problem}</translation>
    </message>
    <message>
        <source>What the scenario does</source>
        <translation>Vad scenariot gör</translation>
    </message>
    <message>
        <source>What the value is called</source>
        <translation>Vad värdet kallas</translation>
    </message>
    <message>
        <source>What this does not tell</source>
        <translation>Vad detta inte säger</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Frågan</translation>
    </message>
    <message>
        <source>What was decided on it, and what a reader should know.</source>
        <translation>Vad som beslutades på det, och vad en läsare bör veta.</translation>
    </message>
    <message>
        <source>What was done (kept, skipped, merged)</source>
        <translation>Vad som gjordes (kept = behölls, skipped = utelämnades, merged = slogs ihop)</translation>
    </message>
    <message>
        <source>What was frozen</source>
        <translation>Vad som frystes</translation>
    </message>
    <message>
        <source>What was measured.</source>
        <translation>Vad som mättes.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>When (weekday and hour, such as sat 03:00). Blank = any time</source>
        <translation>När (veckodag och klockslag, till exempel lör 03:00). Tomt = när som helst</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>Where a member of the group lives, on average {value} of the people belong to it; of all people {share}.</source>
        <translation>Där en medlem av gruppen bor hör i genomsnitt {value} av invånarna till den; av alla invånare {share}.</translation>
    </message>
    <message>
        <source>Where a member of the group lives, on average {value} of the people do not belong to it; of all people {rest}.</source>
        <translation>Där en medlem av gruppen bor hör i genomsnitt {value} av invånarna inte till den; av alla invånare {rest}.</translation>
    </message>
    <message>
        <source>Where areas overlap</source>
        <translation>Där områden överlappar</translation>
    </message>
    <message>
        <source>Where did the population grow?</source>
        <translation>Var ökade befolkningen?</translation>
    </message>
    <message>
        <source>Where do the greatest challenges gather?</source>
        <translation>Var samlas de största utmaningarna?</translation>
    </message>
    <message>
        <source>Where each area's people went</source>
        <translation>Så fördelades varje områdes invånare</translation>
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
        <source>Where facilities, services, capacity and the source are kept.</source>
        <translation>Där vårdenheter, utbud, kapacitet och källan sparas.</translation>
    </message>
    <message>
        <source>Where has the population grown?</source>
        <translation>Var har befolkningen ökat?</translation>
    </message>
    <message>
        <source>Where is the need of care greatest, and where is it far away?</source>
        <translation>Var är vårdbehovet störst, och var är det långt till vården?</translation>
    </message>
    <message>
        <source>Where it is shown too. The rest between the numbers and the total is protected as well.</source>
        <translation>Om den också visas. Resten mellan talen och totalen skyddas likaså.</translation>
    </message>
    <message>
        <source>Where it stands (AREAS or TABLE)</source>
        <translation>Var den finns (AREAS eller TABLE)</translation>
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
        <source>Where the basis is put, in a folder of its own. It must exist.</source>
        <translation>Där underlaget läggs, i en egen mapp. Den måste finnas.</translation>
    </message>
    <message>
        <source>Where the demand is.</source>
        <translation>Var efterfrågan finns.</translation>
    </message>
    <message>
        <source>Where the division is decided or published. Blank = the layer's name.</source>
        <translation>Var indelningen är beslutad eller publicerad. Tomt = lagrets namn.</translation>
    </message>
    <message>
        <source>Where the figures come from, for rows without a source of their own.</source>
        <translation>Varifrån uppgifterna kommer, för rader utan egen källa.</translation>
    </message>
    <message>
        <source>Where the figures come from, for rows without a source of their own. Blank = the table's name.</source>
        <translation>Varifrån uppgifterna kommer, för rader utan egen källa. Tomt = tabellens namn.</translation>
    </message>
    <message>
        <source>Where the figures come from. Blank = the table's name.</source>
        <translation>Varifrån uppgifterna kommer. Tomt = tabellens namn.</translation>
    </message>
    <message>
        <source>Where the forecast has rows by age. Rows of the group total are everybody.</source>
        <translation>Om prognosen har rader per ålder. Rader med gruppen total är alla invånare.</translation>
    </message>
    <message>
        <source>Where the listed live</source>
        <translation>Där de listade bor</translation>
    </message>
    <message>
        <source>Where the neighbour's rows are kept, beside the own region's.</source>
        <translation>Där grannens rader sparas, bredvid den egna regionens.</translation>
    </message>
    <message>
        <source>Where the population grew</source>
        <translation>Var befolkningen ökade</translation>
    </message>
    <message>
        <source>Where the rows are kept, in the table grant_followup.</source>
        <translation>Där raderna sparas, i tabellen grant_followup.</translation>
    </message>
    <message>
        <source>Where the rows are kept, in the table listings.</source>
        <translation>Där raderna sparas, i tabellen listings.</translation>
    </message>
    <message>
        <source>Where the rows are kept, in the table need_index.</source>
        <translation>Där raderna sparas, i tabellen need_index.</translation>
    </message>
    <message>
        <source>Where the rows are kept, in the table waiting_times.</source>
        <translation>Där raderna sparas, i tabellen waiting_times.</translation>
    </message>
    <message>
        <source>Where the source tells the sexes apart.</source>
        <translation>När källan skiljer på könen.</translation>
    </message>
    <message>
        <source>Where the squares are kept, in the table people. Its areas say which region and area they are in.</source>
        <translation>Där rutorna sparas, i tabellen people. Arbetsytans områden säger vilken region och vilket område de ligger i.</translation>
    </message>
    <message>
        <source>Where the template is put.</source>
        <translation>Där mallen läggs.</translation>
    </message>
    <message>
        <source>Where the timetable, the roads, the network file and the borders are kept.</source>
        <translation>Där tidtabellen, vägarna, vägnätsfilen och gränserna läggs.</translation>
    </message>
    <message>
        <source>Where the unit stands</source>
        <translation>Där vårdenheten ligger</translation>
    </message>
    <message>
        <source>Where the vehicles stand: ambulance stations.</source>
        <translation>Där fordonen står: ambulansstationer.</translation>
    </message>
    <message>
        <source>Where the workspace has squares of another side, or points of another kind.</source>
        <translation>När arbetsytan har rutor med en annan sida, eller punkter av ett annat slag.</translation>
    </message>
    <message>
        <source>Where the zones are kept, in the table divisions. Blank = they are not kept.</source>
        <translation>Var zonerna sparas, i tabellen divisions. Tomt = de sparas inte.</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Var det söks</translation>
    </message>
    <message>
        <source>Where what is fetched is kept, in the table that the help names.</source>
        <translation>Där det som hämtas sparas, i den tabell som hjälpen nämner.</translation>
    </message>
    <message>
        <source>Whether a point may be split between sites; only for the method with room per site.</source>
        <translation>Om en punkt får delas mellan platser; bara för metoden med kapacitet per plats.</translation>
    </message>
    <message>
        <source>Whether the squares that are equally far away where K is reached count in part or whole.</source>
        <translation>Om rutorna på det avstånd där K nås räknas till en del eller helt.</translation>
    </message>
    <message>
        <source>Which areas count as neighbours: the eight nearest, or those that meet. The answer differs; try both.</source>
        <translation>Vilka områden som räknas som grannar: de åtta närmaste, eller de som möts. Svaren skiljer sig åt; pröva båda.</translation>
    </message>
    <message>
        <source>Which areas the figures are of.</source>
        <translation>Vilka områden uppgifterna gäller.</translation>
    </message>
    <message>
        <source>Which end is the facility or station: with From the facility to people, FROM_ID is looked up in FACILITIES.</source>
        <translation>Vilken ände som är vårdenheten eller stationen: med Från vårdenheten till invånarna söks FROM_ID i FACILITIES.</translation>
    </message>
    <message>
        <source>Which functions make each level. Copy resources/data/service_levels.json of the plugin, and change it.</source>
        <translation>Vilka funktioner som utgör varje nivå. Kopiera tilläggets resources/data/service_levels.json och ändra den.</translation>
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
        <source>Which way the measure of access goes. A mistake here turns the map round.</source>
        <translation>Åt vilket håll måttet på geografisk tillgänglighet går. Ett misstag här vänder på kartan.</translation>
    </message>
    <message>
        <source>Which way the measure of need goes. Area types are numbered from the greatest need, 1.</source>
        <translation>Åt vilket håll måttet på vårdbehov går. Områdestyper är numrerade från det största vårdbehovet, 1.</translation>
    </message>
    <message>
        <source>Which year's types; also says the year where the table does not.</source>
        <translation>Vilket års typer; anger också året när tabellen inte gör det.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Who cannot or will not travel (age, language, without a car, escort)?</source>
        <translation>Vilka kan eller vill inte resa (ålder, språk, utan bil, ledsagare)?</translation>
    </message>
    <message>
        <source>Who gains and who loses</source>
        <translation>Vilka som vinner och förlorar</translation>
    </message>
    <message>
        <source>Who goes to which chosen site</source>
        <translation>Vem som åker till vilken vald plats</translation>
    </message>
    <message>
        <source>Who has no value at all is in no bar, curve or measure.</source>
        <translation>Den som helt saknar värde ingår inte i någon stapel, i kurvan eller i något mått.</translation>
    </message>
    <message>
        <source>Who is listed where.</source>
        <translation>Vilka som är listade var.</translation>
    </message>
    <message>
        <source>Who is responsible: region, kommun, stat.</source>
        <translation>Vem som ansvarar: region, kommun, stat.</translation>
    </message>
    <message>
        <source>Who is the most disadvantaged</source>
        <translation>Vilka som är mest utsatta</translation>
    </message>
    <message>
        <source>Who live there.</source>
        <translation>Som bor där.</translation>
    </message>
    <message>
        <source>Who lives in each catchment</source>
        <translation>Vilka som bor i varje upptagningsområde</translation>
    </message>
    <message>
        <source>Who lives in the health centres' catchments?</source>
        <translation>Vilka bor i vårdcentralernas upptagningsområden?</translation>
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
        <source>Who publishes the figures.</source>
        <translation>Vem som ger ut uppgifterna.</translation>
    </message>
    <message>
        <source>Who the people are: the type is the area's, and not that of everybody who lives there.</source>
        <translation>Vilka invånarna är: typen är områdets, och inte varje enskild invånares.</translation>
    </message>
    <message>
        <source>Who travels: one-way roads and speeds that differ by direction make the two unlike.</source>
        <translation>Vem som reser: enkelriktade vägar och olika hastighet i olika riktning gör att restiderna skiljer sig.</translation>
    </message>
    <message>
        <source>Whole kronor to share. Tariff and step have a price instead.</source>
        <translation>Hela kronor att fördela. Tariff och steg har i stället ett pris.</translation>
    </message>
    <message>
        <source>Whole kronor to share. Tariff and step have a price instead; then a pot is only compared with.</source>
        <translation>Hela kronor att fördela. Tariff och steg har ett pris i stället; då jämförs bara summan med potten.</translation>
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
        <source>Whole years.</source>
        <translation>Hela år.</translation>
    </message>
    <message>
        <source>Whole: K people or more</source>
        <translation>Hel: K invånare eller fler</translation>
    </message>
    <message>
        <source>Whom to ask about the rows: a function's address, such as planering@region.se.</source>
        <translation>Vem man frågar om raderna: en funktions adress, till exempel planering@region.se.</translation>
    </message>
    <message>
        <source>Whose facility is placed.</source>
        <translation>Den vars vårdenhet placeras.</translation>
    </message>
    <message>
        <source>Whose people and geometry are used.</source>
        <translation>Lagret vars invånare och geometri används.</translation>
    </message>
    <message>
        <source>Whose table grant_followup is read; or give FOLLOWUP.</source>
        <translation>Tabellen grant_followup läses; eller ange FOLLOWUP.</translation>
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
        <source>Why it is so: a tilt in the averages has many causes, such as where people of different means live.</source>
        <translation>Varför det är så: en lutning i medelvärdena har många orsaker, till exempel var invånare med olika resurser bor.</translation>
    </message>
    <message>
        <source>Why the population changed: births, deaths and moves are not told apart, and nobody is followed from area to area.</source>
        <translation>Varför befolkningen förändrades: födda, döda och flyttningar skiljs inte åt, och ingen följs från område till område.</translation>
    </message>
    <message>
        <source>With FORM long.</source>
        <translation>Med FORM long.</translation>
    </message>
    <message>
        <source>With FORM matrix. Blank = every column but those of area code and date.</source>
        <translation>Med FORM matrix. Tomt = alla kolumner utom områdeskod och datum.</translation>
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
        <source>With a token for consumer key and secret (OAuth2)</source>
        <translation>Med åtkomsttoken för konsumentnyckel och hemlighet (OAuth2)</translation>
    </message>
    <message>
        <source>With or without SCB's suffix.</source>
        <translation>Med eller utan SCB:s tillägg.</translation>
    </message>
    <message>
        <source>With room per site, each point goes</source>
        <translation>Med kapacitet per plats går varje punkt</translation>
    </message>
    <message>
        <source>With the columns area_code, population and age_0_4, age_5_9 … age_80_84, age_85_plus, as the layer people of a Närvård workspace has them.</source>
        <translation>Med kolumnerna area_code, population och age_0_4, age_5_9 … age_80_84, age_85_plus, som lagret people i en Närvård-arbetsyta har dem.</translation>
    </message>
    <message>
        <source>With the columns origin_id and population, as the layers of a Närvård workspace have them.</source>
        <translation>Med kolumnerna origin_id och population, som lagren i en arbetsyta för Närvård har.</translation>
    </message>
    <message>
        <source>With the columns origin_id, population and area_code, as the layers of a Närvård workspace have them.</source>
        <translation>Med kolumnerna origin_id, population och area_code, som lagren i en Närvård-arbetsyta har dem.</translation>
    </message>
    <message>
        <source>With the columns population and NEED.</source>
        <translation>Med kolumnerna population och NEED.</translation>
    </message>
    <message>
        <source>With the same fields. Needs ID.</source>
        <translation>Med samma fält. Kräver ID.</translation>
    </message>
    <message>
        <source>With the type of each year, type {type} would seem to grow by {current}; {effect} of that is areas that came to it.</source>
        <translation>Med varje års områdestyp skulle typ {type} se ut att öka med {current}; {effect} av det är områden som kommit till typen.</translation>
    </message>
    <message>
        <source>With type and people of both years.</source>
        <translation>Med båda årens typ och invånare.</translation>
    </message>
    <message>
        <source>With user name and password</source>
        <translation>Med användarnamn och lösenord</translation>
    </message>
    <message>
        <source>With {m} permutations p is never below {p}, so with FDR at least {n} of the {tested} areas must reach that low before any is pointed out. More PERMUTATIONS lower the number, and make the result depend less on SEED.</source>
        <translation>Med {m} permutationer blir p aldrig lägre än {p}. Med FDR måste därför minst {n} av de {tested} områdena komma så lågt innan något pekas ut. Fler PERMUTATIONS sänker antalet och gör att resultatet beror mindre på SEED.</translation>
    </message>
    <message>
        <source>Within groups, all together: {reading}</source>
        <translation>Inom grupperna, alla tillsammans: {reading}</translation>
    </message>
    <message>
        <source>Within {n} minutes</source>
        <translation>Inom {n} minuter</translation>
    </message>
    <message>
        <source>Without AREAS nothing says which land the zones should cover, so gaps between them are not looked for.</source>
        <translation>Utan AREAS är det okänt vilken mark zonerna ska täcka, så luckor mellan dem söks inte.</translation>
    </message>
    <message>
        <source>Without Närvård: reckon the SHA-256 of a file with any tool, and compare it with the table above.</source>
        <translation>Utan Närvård: räkna en fils SHA-256 med vilket verktyg som helst, och jämför den med tabellen ovan.</translation>
    </message>
    <message>
        <source>Without ORIGIN_REGION and FACILITY_REGION it was not checked whether neighbours' people and facilities take part.</source>
        <translation>Utan ORIGIN_REGION och FACILITY_REGION kontrollerades inte om grannregionernas invånare och vårdenheter räknas med.</translation>
    </message>
    <message>
        <source>Without a year field: the year that all figures are of. A year in a field's name, as in SCB's tables, is read.</source>
        <translation>Utan fält för år: det år som alla siffror gäller. Ett år i ett fältnamn, som i SCB:s tabeller, läses.</translation>
    </message>
    <message>
        <source>Without any single area, the correlation lies between {low} and {high}: one area ({area}) can turn its sign, so nothing should be built on it.</source>
        <translation>Om ett område i taget utelämnas ligger korrelationen mellan {low} och {high}: ett enda område ({area}) kan vända dess tecken, så bygg inget på den.</translation>
    </message>
    <message>
        <source>Without any single area, the correlation lies between {low} and {high}; area {area} moves it most.</source>
        <translation>Om ett område i taget utelämnas ligger korrelationen mellan {low} och {high}; område {area} påverkar den mest.</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Kvinnor</translation>
    </message>
    <message>
        <source>Wor&amp;kspace</source>
        <translation>&amp;Arbetsyta</translation>
    </message>
    <message>
        <source>Words, ids or codes of types.</source>
        <translation>Ord, id eller koder för typer.</translation>
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
        <source>Workspace (path of a .gpkg, or name of a PostgreSQL connection)</source>
        <translation>Arbetsyta (sökväg till en .gpkg, eller namn på en PostgreSQL-anslutning)</translation>
    </message>
    <message>
        <source>Workspace that it was frozen from</source>
        <translation>Arbetsyta som det frystes från</translation>
    </message>
    <message>
        <source>Workspaces (*.gpkg)</source>
        <translation>Arbetsytor (*.gpkg)</translation>
    </message>
    <message>
        <source>Writes one file that a neighbour region can read with importexchange, so that access can be reckoned across the border: facilities with services and capacity of the workspace's own region, with agreed columns, date, licence, contact and checksums. Rows of other regions are never handed on: they came with a licence of their own.

WITH people adds the people squares within DISTANCE of the border: of the areas of other regions where the workspace has them, else of the whole outline of the own region, its coast too. Small numbers are protected: a square of fewer than MINIMUM people is left out, an age group over 0 and under MINIMUM is empty, and so many more that the square's total tells none. Listed (listade) of fewer than MINIMUM are left out.

The file is a GeoPackage: a table exchange with a row per table (format, version, region, date, licence, contact, plugin version, number of rows, SHA-256), and the tables facilities, services, capacity and people in SWEREF 99 TM. Its own metadata describe the format. It is written beside and renamed when whole; only an exchange file is replaced.

Method: agreed columns, version 1; suppression within each square. Source: the workspace.</source>
        <translation>Skriver en fil som en grannregion kan läsa med importexchange, så att geografisk tillgänglighet kan räknas över gränsen: vårdenheter med utbud och kapacitet i arbetsytans egen region, med avtalade kolumner, datum, licens, kontakt och kontrollsummor. Andra regioners rader lämnas aldrig vidare: de kom med en egen licens.

WITH people lägger till de rutor med invånare som ligger inom DISTANCE från gränsen: från andra regioners områden där arbetsytan har dem, annars från hela den egna regionens ytterkant, även kusten. Små tal skyddas: en ruta med färre än MINIMUM invånare utelämnas, en åldersgrupp över 0 och under MINIMUM är tom, och så många fler att rutans total inte röjer någon. Listade färre än MINIMUM utelämnas.

Filen är en GeoPackage: en tabell exchange med en rad per tabell (format, version, region, datum, licens, kontakt, tilläggets version, antal rader, SHA-256) och tabellerna facilities, services, capacity och people i SWEREF 99 TM. Dess egna metadata beskriver formatet. Den skrivs vid sidan av och får sitt namn när den är hel; bara en utbytesfil ersätts.

Metod: avtalade kolumner, version 1; undertryckning inom varje ruta. Källa: arbetsytan.</translation>
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
        <source>Writing the answer…</source>
        <translation>Skriver svaret…</translation>
    </message>
    <message>
        <source>Writing the network</source>
        <translation>Skriver vägnätsfilen</translation>
    </message>
    <message>
        <source>Written as 2024-12-31.</source>
        <translation>Skrivs som 2024-12-31.</translation>
    </message>
    <message>
        <source>Written as 2024-12-31. Blank = today.</source>
        <translation>Skrivs som 2024-12-31. Tomt = i dag.</translation>
    </message>
    <message>
        <source>Written as 2024-12-31; blank = the date in the file's name, if any.</source>
        <translation>Skrivet som 2024-12-31; tomt = datumet i filnamnet, om det finns något.</translation>
    </message>
    <message>
        <source>Written as 2024-12-31; goes before DATE_FIELD.</source>
        <translation>Skrivs som 2024-12-31; går före DATE_FIELD.</translation>
    </message>
    <message>
        <source>Written as 2025-12-31. Blank = from the field referenstid where there is one.</source>
        <translation>Skrivs som 2025-12-31. Tomt = från fältet referenstid där det finns.</translation>
    </message>
    <message>
        <source>Written as X:6581164 Y:1630250.</source>
        <translation>Skrivna som X:6581164 Y:1630250.</translation>
    </message>
    <message>
        <source>Wrote the made-up county with {people} people, {roads} road links, {facilities} facilities and {stops} stops to {folder}.</source>
        <translation>Skrev det påhittade länet med {people} invånare, {roads} väglänkar, {facilities} vårdenheter och {stops} hållplatser till {folder}.</translation>
    </message>
    <message>
        <source>YEAR must be a year, or several with ; between them, such as 2030;2040.</source>
        <translation>YEAR ska vara ett år, eller flera med ; emellan, till exempel 2030;2040.</translation>
    </message>
    <message>
        <source>YEAR names the same year twice.</source>
        <translation>YEAR anger samma år två gånger.</translation>
    </message>
    <message>
        <source>YEAR_BEFORE must be earlier than YEAR_AFTER.</source>
        <translation>YEAR_BEFORE måste vara tidigare än YEAR_AFTER.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Year (31 December)</source>
        <translation>År (31 december)</translation>
    </message>
    <message>
        <source>Year (blank = the newest)</source>
        <translation>År (tomt = det senaste)</translation>
    </message>
    <message>
        <source>Year (field)</source>
        <translation>År (fält)</translation>
    </message>
    <message>
        <source>Year of the area type</source>
        <translation>Områdestypens år</translation>
    </message>
    <message>
        <source>Year of the care</source>
        <translation>År för vården</translation>
    </message>
    <message>
        <source>Year of the outcome after</source>
        <translation>År för utfallet efter</translation>
    </message>
    <message>
        <source>Year of the outcome before</source>
        <translation>År för utfallet före</translation>
    </message>
    <message>
        <source>Year or years (with ; between)</source>
        <translation>År (ett eller flera med ; emellan)</translation>
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
        <source>Years</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Years of the forecast (with ; between)</source>
        <translation>Prognosens år (med ; emellan)</translation>
    </message>
    <message>
        <source>Years whose amount is not told</source>
        <translation>År utan uppgift om belopp</translation>
    </message>
    <message>
        <source>You give: {list}.</source>
        <translation>Du anger: {list}.</translation>
    </message>
    <message>
        <source>Z-scores: standard deviations from the mean</source>
        <translation>Z-värden: standardavvikelser från medelvärdet</translation>
    </message>
    <message>
        <source>Zip file from Lastkajen</source>
        <translation>Zipfil från Lastkajen</translation>
    </message>
    <message>
        <source>Zone id</source>
        <translation>Zonens id</translation>
    </message>
    <message>
        <source>Zone id (field)</source>
        <translation>Zonens id (fält)</translation>
    </message>
    <message>
        <source>Zone name (field)</source>
        <translation>Zonens namn (fält)</translation>
    </message>
    <message>
        <source>Zone of the code (field)</source>
        <translation>Kodens zon (fält)</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zoner</translation>
    </message>
    <message>
        <source>Zones (polygons)</source>
        <translation>Zoner (ytor)</translation>
    </message>
    <message>
        <source>Zones of several kinds can be kept side by side.</source>
        <translation>Zoner av flera slag kan finnas sida vid sida.</translation>
    </message>
    <message>
        <source>Zones of the division</source>
        <translation>Indelningens zoner</translation>
    </message>
    <message>
        <source>Zones that it gives to</source>
        <translation>Zoner som området bidrar till</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>Zooma till</translation>
    </message>
    <message>
        <source>[Not selected]</source>
        <translation>[Inget valt]</translation>
    </message>
    <message>
        <source>a date written as 2024-12-31</source>
        <translation type="unfinished"></translation>
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
        <source>a number, written without spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it is a link to another place</source>
        <translation>en del av den är en länk till en annan plats</translation>
    </message>
    <message>
        <source>a part of it wants to be written outside its folder</source>
        <translation>en del av den vill skrivas utanför sin mapp</translation>
    </message>
    <message>
        <source>a row with the same key is already there ("{column}" is "{value}").</source>
        <translation>det finns redan en rad med samma nyckel (”{column}” är ”{value}”).</translation>
    </message>
    <message>
        <source>a scenario</source>
        <translation>ett scenario</translation>
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
        <source>a strong association: areas with poorer access gained fewer people, or lost more ({value}, {n} areas).</source>
        <translation>ett starkt samband: områden med sämre geografisk tillgänglighet vann färre invånare, eller förlorade fler ({value}, {n} områden).</translation>
    </message>
    <message>
        <source>a strong association: areas with poorer access gained more people, or lost fewer ({value}, {n} areas).</source>
        <translation>ett starkt samband: områden med sämre geografisk tillgänglighet vann fler invånare, eller förlorade färre ({value}, {n} områden).</translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in it holds a letter that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a weak association: areas with poorer access gained fewer people, or lost more ({value}, {n} areas).</source>
        <translation>ett svagt samband: områden med sämre geografisk tillgänglighet vann färre invånare, eller förlorade fler ({value}, {n} områden).</translation>
    </message>
    <message>
        <source>a weak association: areas with poorer access gained more people, or lost fewer ({value}, {n} areas).</source>
        <translation>ett svagt samband: områden med sämre geografisk tillgänglighet vann fler invånare, eller förlorade färre ({value}, {n} områden).</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add {name}</source>
        <translation>lägg till {name}</translation>
    </message>
    <message>
        <source>added</source>
        <translation>tillagt</translation>
    </message>
    <message>
        <source>always</source>
        <translation>alltid</translation>
    </message>
    <message>
        <source>ambulance stations</source>
        <translation>ambulansstationer</translation>
    </message>
    <message>
        <source>an association, not a cause</source>
        <translation>ett samband, inte en orsak</translation>
    </message>
    <message>
        <source>an id in {field} that is in no layer</source>
        <translation>id i {field} som inte finns i något lager</translation>
    </message>
    <message>
        <source>an object has coordinates outside Sweden</source>
        <translation>ett objekt har koordinater utanför Sverige</translation>
    </message>
    <message>
        <source>an object has coordinates that are no polygon</source>
        <translation>ett objekt har koordinater som inte är en yta</translation>
    </message>
    <message>
        <source>an object has no geometry</source>
        <translation>ett objekt saknar geometri</translation>
    </message>
    <message>
        <source>an object has no {name} as text</source>
        <translation>ett objekt saknar {name} som text</translation>
    </message>
    <message>
        <source>an object is no polygon but {kind}</source>
        <translation>ett objekt är ingen yta utan {kind}</translation>
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
        <source>another scale</source>
        <translation>en annan skala</translation>
    </message>
    <message>
        <source>area code</source>
        <translation>områdeskod</translation>
    </message>
    <message>
        <source>area figures spread on squares</source>
        <translation>områdesuppgifter spridda på rutor</translation>
    </message>
    <message>
        <source>area needs AREA_INDEX. The other one is only shown beside it.</source>
        <translation>area kräver AREA_INDEX. Det andra indexet visas bara bredvid.</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>områden</translation>
    </message>
    <message>
        <source>areas (DeSO or RegSO)</source>
        <translation>områdesindelning (DeSO eller RegSO)</translation>
    </message>
    <message>
        <source>areas that meet, also in a corner</source>
        <translation>områden som möts, även i ett hörn</translation>
    </message>
    <message>
        <source>areas that share a border</source>
        <translation>områden som delar gräns</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>som de angavs</translation>
    </message>
    <message>
        <source>better</source>
        <translation>bättre</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>buss</translation>
    </message>
    <message>
        <source>by ranks: {reading}</source>
        <translation>efter rang: {reading}</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>kapacitet</translation>
    </message>
    <message>
        <source>capacity becomes</source>
        <translation>kapaciteten blir</translation>
    </message>
    <message>
        <source>change the role of {name}</source>
        <translation>ändra rollen för {name}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>ändrat</translation>
    </message>
    <message>
        <source>changes role</source>
        <translation>ändrar roll</translation>
    </message>
    <message>
        <source>close {name}</source>
        <translation>stäng {name}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>stängd</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>stänger</translation>
    </message>
    <message>
        <source>closes {year}</source>
        <translation>stänger {year}</translation>
    </message>
    <message>
        <source>cni_ratio is cni_per_person over {mean}, the nation's points per person as given: 1 = the nation.</source>
        <translation>cni_ratio är cni_per_person delat med {mean}, rikets poäng per person som det angavs: 1 = riket.</translation>
    </message>
    <message>
        <source>cold spot</source>
        <translation>låga värden samlade (kall punkt)</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>komma</translation>
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
        <source>data of {date}</source>
        <translation>uppgifter från {date}</translation>
    </message>
    <message>
        <source>date not told</source>
        <translation>datum anges inte</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>datum okänt</translation>
    </message>
    <message>
        <source>delta uses the whole area of the polygons ({km2} km²). Polygons of DeSO and RegSO reach into the sea: give LAND_AREA for land only.</source>
        <translation>delta använder ytornas hela areal ({km2} km²). Ytorna för DeSO och RegSO når ut i havet: ange LAND_AREA för enbart land.</translation>
    </message>
    <message>
        <source>derived, not official</source>
        <translation>härledd, ej officiell</translation>
    </message>
    <message>
        <source>ecological estimate</source>
        <translation>ekologisk skattning</translation>
    </message>
    <message>
        <source>empty geometry</source>
        <translation>tom geometri</translation>
    </message>
    <message>
        <source>en</source>
        <translation>sv</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>uppskattat</translation>
    </message>
    <message>
        <source>estimated, not official</source>
        <translation>skattat, ej officiellt</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>alla dagar</translation>
    </message>
    <message>
        <source>excess</source>
        <translation>överskott</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>vårdenheter</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslyckades</translation>
    </message>
    <message>
        <source>farther</source>
        <translation>längre</translation>
    </message>
    <message>
        <source>ferry</source>
        <translation>färja</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>hämtad</translation>
    </message>
    <message>
        <source>fetched or imported</source>
        <translation>hämtat eller importerat</translation>
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
        <source>first visit</source>
        <translation>första besök</translation>
    </message>
    <message>
        <source>flight</source>
        <translation>flyg</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>prognos</translation>
    </message>
    <message>
        <source>frequencies.txt makes more trips than any timetable has. Fetch the feed again from its publisher.</source>
        <translation>frequencies.txt ger fler turer än någon tidtabell har. Hämta tidtabellen på nytt från den som ger ut den.</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>färsk</translation>
    </message>
    <message>
        <source>from the first year to the last</source>
        <translation>från första till sista året</translation>
    </message>
    <message>
        <source>funicular</source>
        <translation>bergbana</translation>
    </message>
    <message>
        <source>gets the service</source>
        <translation>får utbudet</translation>
    </message>
    <message>
        <source>getting old</source>
        <translation>börjar bli gammal</translation>
    </message>
    <message>
        <source>hardly any association between access and net migration ({value}, {n} areas).</source>
        <translation>knappt något samband mellan geografisk tillgänglighet och flyttnetto ({value}, {n} områden).</translation>
    </message>
    <message>
        <source>high among high</source>
        <translation>hög bland höga</translation>
    </message>
    <message>
        <source>high among low</source>
        <translation>hög bland låga</translation>
    </message>
    <message>
        <source>highest {rank}</source>
        <translation>högst {rank}</translation>
    </message>
    <message>
        <source>hospitals</source>
        <translation>sjukhus</translation>
    </message>
    <message>
        <source>hot spot</source>
        <translation>höga värden samlade (het punkt)</translation>
    </message>
    <message>
        <source>hours per year</source>
        <translation>timmar per år</translation>
    </message>
    <message>
        <source>id=address with ; between, for mirrors. Blank = each source's own, or those in the settings.</source>
        <translation>id=adress med ; emellan, för speglar. Tomt = källans egen, eller den i inställningarna.</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>inläst</translation>
    </message>
    <message>
        <source>in parts to several sites</source>
        <translation>i delar till flera platser</translation>
    </message>
    <message>
        <source>index_area is empty: it needs UNITS as points and AREAS as polygons.</source>
        <translation>index_area är tomt: det kräver UNITS som punkter och AREAS som ytor.</translation>
    </message>
    <message>
        <source>index_listed is an ecological estimate: the mean of the areas where the listed live, not of the listed themselves.</source>
        <translation>index_listed är en ekologisk skattning: medelvärdet för områdena där de listade bor, inte för de listade själva.</translation>
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
        <source>it defines or fetches text from elsewhere, which no data file needs</source>
        <translation>den definierar eller hämtar text från annat håll, vilket ingen datafil behöver</translation>
    </message>
    <message>
        <source>it does not say how many objects there are</source>
        <translation>det sägs inte hur många objekt som finns</translation>
    </message>
    <message>
        <source>it does not say of which date the map is</source>
        <translation>det framgår inte från vilket datum kartan är</translation>
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
        <source>it holds far too many parts</source>
        <translation>den har alldeles för många delar</translation>
    </message>
    <message>
        <source>it holds no list of objects</source>
        <translation>det finns ingen lista med objekt i det</translation>
    </message>
    <message>
        <source>it is damaged, or not the kind of file it says</source>
        <translation>den är skadad, eller inte det slags fil den säger</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>den är krypterad</translation>
    </message>
    <message>
        <source>it is far too large unpacked</source>
        <translation>den är alldeles för stor uppackad</translation>
    </message>
    <message>
        <source>it is nested far too deep</source>
        <translation>den är nästlad alldeles för djupt</translation>
    </message>
    <message>
        <source>it is not JSON (line {line}: {problem})</source>
        <translation>den är inte JSON (rad {line}: {problem})</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>den är inte text i UTF-8</translation>
    </message>
    <message>
        <source>it is packed more than once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it sends our question on to {place}; if the source has moved there, give that address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it sends the account on to {url}</source>
        <translation>den skickar kontot vidare till {url}</translation>
    </message>
    <message>
        <source>it sends us on to {place}, which is no address on the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it sends us on to {place}, without https, where anybody on the way could read and change the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it swells to many hundred times its size when unpacked</source>
        <translation>den sväller till många hundra gånger sin storlek när den packas upp</translation>
    </message>
    <message>
        <source>its coordinates are in {found}, not in SWEREF 99 TM (EPSG:3006)</source>
        <translation>koordinaterna är i {found}, inte i SWEREF 99 TM (EPSG:3006)</translation>
    </message>
    <message>
        <source>listings</source>
        <translation>listningar</translation>
    </message>
    <message>
        <source>loses the service</source>
        <translation>mister utbudet</translation>
    </message>
    <message>
        <source>low among high</source>
        <translation>låg bland höga</translation>
    </message>
    <message>
        <source>low among low</source>
        <translation>låg bland låga</translation>
    </message>
    <message>
        <source>lowest {rank}</source>
        <translation>lägst {rank}</translation>
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
        <source>move {name}</source>
        <translation>flytta {name}</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>flyttad</translation>
    </message>
    <message>
        <source>moves</source>
        <translation>flyttar</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>kommun</translation>
    </message>
    <message>
        <source>municipality (kommun)</source>
        <translation>kommun</translation>
    </message>
    <message>
        <source>nearer</source>
        <translation>närmare</translation>
    </message>
    <message>
        <source>neither point nor polygon</source>
        <translation>varken punkt eller yta</translation>
    </message>
    <message>
        <source>network file</source>
        <translation>vägnätsfil</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>never fetched</source>
        <translation>aldrig hämtad</translation>
    </message>
    <message>
        <source>new role</source>
        <translation>ny roll</translation>
    </message>
    <message>
        <source>new services</source>
        <translation>nytt utbud</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <source>no area code.</source>
        <translation>ingen områdeskod.</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>utan klass</translation>
    </message>
    <message>
        <source>no correlation can be told: too few areas ({n}), or no variation.</source>
        <translation>ingen korrelation kan anges: för få områden ({n}), eller ingen variation.</translation>
    </message>
    <message>
        <source>no figure at this level</source>
        <translation>ingen uppgift på den här nivån</translation>
    </message>
    <message>
        <source>no file of {collection} for municipality {code}</source>
        <translation>ingen fil ur {collection} för kommun {code}</translation>
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
        <source>no level</source>
        <translation>ingen nivå</translation>
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
        <source>no whole years</source>
        <translation>inga hela år</translation>
    </message>
    <message>
        <source>none</source>
        <translation>inget</translation>
    </message>
    <message>
        <source>north stands before east in its coordinates, which are not turned on a guess</source>
        <translation>nord står före öst i koordinaterna, och de vänds inte på en gissning</translation>
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
        <source>not asked</source>
        <translation>inte tillfrågad</translation>
    </message>
    <message>
        <source>not asked, no key or account was chosen</source>
        <translation>inte tillfrågad, ingen nyckel eller inget konto är valt</translation>
    </message>
    <message>
        <source>not asked, switched off</source>
        <translation>inte tillfrågad, avstängd</translation>
    </message>
    <message>
        <source>not significant</source>
        <translation>inte säkerställt</translation>
    </message>
    <message>
        <source>not told (few people)</source>
        <translation>skyddat (få personer)</translation>
    </message>
    <message>
        <source>not told whether that is better</source>
        <translation>det är inte angivet om det är bättre</translation>
    </message>
    <message>
        <source>of another level (whole municipalities, regions or RegSO, or notes).</source>
        <translation>på en annan nivå (hela kommuner, regioner eller RegSO, eller anmärkningar).</translation>
    </message>
    <message>
        <source>of another vintage.</source>
        <translation>av en annan årgång.</translation>
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
        <source>of these areas</source>
        <translation>för dessa områden</translation>
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
        <source>old</source>
        <translation>gammal</translation>
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
        <source>opened</source>
        <translation>öppnad</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>öppnar</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>operation</translation>
    </message>
    <message>
        <source>operations per year</source>
        <translation>åtgärder per år</translation>
    </message>
    <message>
        <source>other services</source>
        <translation>ändrat utbud</translation>
    </message>
    <message>
        <source>other vehicles</source>
        <translation>övriga</translation>
    </message>
    <message>
        <source>own division</source>
        <translation>egen indelning</translation>
    </message>
    <message>
        <source>p adjusted for the number of areas (FDR)</source>
        <translation>p justerat för antalet områden (FDR)</translation>
    </message>
    <message>
        <source>p cannot be lower than 2 / (PERMUTATIONS + 1). With FDR and few areas 9 999 finds more than 999.</source>
        <translation>p kan inte bli lägre än 2 / (PERMUTATIONS + 1). Med FDR och få områden hittas mer med 9 999 än med 999.</translation>
    </message>
    <message>
        <source>p under normality, two-sided</source>
        <translation>p under normalfördelning, tvåsidigt</translation>
    </message>
    <message>
        <source>p under randomisation, two-sided</source>
        <translation>p under slumpfördelning av värdena, tvåsidigt</translation>
    </message>
    <message>
        <source>p, two-sided</source>
        <translation>p, tvåsidigt</translation>
    </message>
    <message>
        <source>patients per year</source>
        <translation>patienter per år</translation>
    </message>
    <message>
        <source>people</source>
        <translation>invånare</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>procent</translation>
    </message>
    <message>
        <source>per person</source>
        <translation>per invånare</translation>
    </message>
    <message>
        <source>placed by hand</source>
        <translation>placerad för hand</translation>
    </message>
    <message>
        <source>placed by its address</source>
        <translation>placerad efter adressen</translation>
    </message>
    <message>
        <source>points</source>
        <translation>poäng</translation>
    </message>
    <message>
        <source>points per person</source>
        <translation>poäng per person</translation>
    </message>
    <message>
        <source>proportional</source>
        <translation>proportionell</translation>
    </message>
    <message>
        <source>ratio to the nation (1 = the nation)</source>
        <translation>kvot mot riket (1 = riket)</translation>
    </message>
    <message>
        <source>refreshed</source>
        <translation>uppdaterat</translation>
    </message>
    <message>
        <source>region</source>
        <translation>region</translation>
    </message>
    <message>
        <source>region (län)</source>
        <translation>region (län)</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>borttaget</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>semikolon</translation>
    </message>
    <message>
        <source>services</source>
        <translation>utbud</translation>
    </message>
    <message>
        <source>several points in one feature</source>
        <translation>flera punkter i ett objekt</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>sedan {year}</translation>
    </message>
    <message>
        <source>small areas</source>
        <translation>områden</translation>
    </message>
    <message>
        <source>some association: areas with poorer access gained fewer people, or lost more ({value}, {n} areas).</source>
        <translation>ett visst samband: områden med sämre geografisk tillgänglighet vann färre invånare, eller förlorade fler ({value}, {n} områden).</translation>
    </message>
    <message>
        <source>some association: areas with poorer access gained more people, or lost fewer ({value}, {n} areas).</source>
        <translation>ett visst samband: områden med sämre geografisk tillgänglighet vann fler invånare, eller förlorade färre ({value}, {n} områden).</translation>
    </message>
    <message>
        <source>step</source>
        <translation>steg</translation>
    </message>
    <message>
        <source>straight line, not the road network</source>
        <translation>Fågelväg, ej vägnät</translation>
    </message>
    <message>
        <source>such as närsjukhus; may be left blank</source>
        <translation>t.ex. närsjukhus; får lämnas tomt</translation>
    </message>
    <message>
        <source>sum of points</source>
        <translation>poängsumma</translation>
    </message>
    <message>
        <source>sum_ goes before the sums only. Any other prefix goes before every field that the tool adds, so that results of several runs can stand side by side.</source>
        <translation>sum_ sätts bara före summorna. Ett annat prefix sätts före varje fält som verktyget lägger till, så att resultat från flera körningar kan stå bredvid varandra.</translation>
    </message>
    <message>
        <source>summed up</source>
        <translation>sammanräknat</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabb</translation>
    </message>
    <message>
        <source>take out {n} changes</source>
        <translation>ta bort {n} ändringar</translation>
    </message>
    <message>
        <source>target met</source>
        <translation>når målet</translation>
    </message>
    <message>
        <source>target not met</source>
        <translation>når inte målet</translation>
    </message>
    <message>
        <source>target value {year}: at least {value}</source>
        <translation>målvärde {year}: minst {value}</translation>
    </message>
    <message>
        <source>target value {year}: at most {value}</source>
        <translation>målvärde {year}: högst {value}</translation>
    </message>
    <message>
        <source>tariff</source>
        <translation>tariff</translation>
    </message>
    <message>
        <source>taxi</source>
        <translation>taxi</translation>
    </message>
    <message>
        <source>template</source>
        <translation>mall</translation>
    </message>
    <message>
        <source>the areas</source>
        <translation>områdena</translation>
    </message>
    <message>
        <source>the code is not in AREAS.</source>
        <translation>koden finns inte i AREAS.</translation>
    </message>
    <message>
        <source>the code is not in TABLE.</source>
        <translation>koden finns inte i TABLE.</translation>
    </message>
    <message>
        <source>the delivery holds no GeoPackage with layers</source>
        <translation>leveransen innehåller ingen GeoPackage med lager</translation>
    </message>
    <message>
        <source>the follow-up</source>
        <translation>uppföljningen</translation>
    </message>
    <message>
        <source>the last month</source>
        <translation>senaste månaden</translation>
    </message>
    <message>
        <source>the last week</source>
        <translation>senaste veckan</translation>
    </message>
    <message>
        <source>the last year</source>
        <translation>senaste året</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>listan</translation>
    </message>
    <message>
        <source>the made-up sample county</source>
        <translation>det påhittade Exempellän</translation>
    </message>
    <message>
        <source>the nation</source>
        <translation>riket</translation>
    </message>
    <message>
        <source>the nation (riket)</source>
        <translation>riket</translation>
    </message>
    <message>
        <source>the nation = 1</source>
        <translation>riket = 1</translation>
    </message>
    <message>
        <source>the nearest areas</source>
        <translation>de närmaste områdena</translation>
    </message>
    <message>
        <source>the number of points</source>
        <translation>antalet punkter</translation>
    </message>
    <message>
        <source>the region's mean {value}</source>
        <translation>regionens medel {value}</translation>
    </message>
    <message>
        <source>the same key stands in an earlier of the new rows ("{column}" is "{value}").</source>
        <translation>samma nyckel finns i en tidigare av de nya raderna ("{column}" är "{value}").</translation>
    </message>
    <message>
        <source>the square {id} has no population or date of {year}</source>
        <translation>rutan {id} saknar folkmängd eller datum från {year}</translation>
    </message>
    <message>
        <source>the square {id} has {value} where whole people stand</source>
        <translation>rutan {id} har {value} där ett helt antal invånare ska stå</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>tabellen</translation>
    </message>
    <message>
        <source>the table was changed while it was being fetched</source>
        <translation>tabellen ändrades medan den hämtades</translation>
    </message>
    <message>
        <source>the targets</source>
        <translation>målvärdena</translation>
    </message>
    <message>
        <source>the timetable has neither calendar.txt nor calendar_dates.txt</source>
        <translation>tidtabellen har varken calendar.txt eller calendar_dates.txt</translation>
    </message>
    <message>
        <source>the timetable has no day on which anything runs</source>
        <translation>tidtabellen har ingen dag med någon trafik</translation>
    </message>
    <message>
        <source>the timetable is damaged ({name})</source>
        <translation>tidtabellen är skadad ({name})</translation>
    </message>
    <message>
        <source>the timetable lacks {name}</source>
        <translation>tidtabellen saknar {name}</translation>
    </message>
    <message>
        <source>the {k} nearest</source>
        <translation>de {k} närmaste</translation>
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
        <source>type {type}: {n}</source>
        <translation>typ {type}: {n}</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>oförändrat</translation>
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
        <source>unknown</source>
        <translation>okänt</translation>
    </message>
    <message>
        <source>where the listed live</source>
        <translation>var de listade bor</translation>
    </message>
    <message>
        <source>where the unit stands</source>
        <translation>var vårdenheten ligger</translation>
    </message>
    <message>
        <source>whole to one site</source>
        <translation>hel till en plats</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>sämre</translation>
    </message>
    <message>
        <source>written</source>
        <translation>skrivet</translation>
    </message>
    <message>
        <source>x and y must both have a value, or neither.</source>
        <translation>x och y måste båda ha ett värde, eller ingen av dem.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>z under normality</source>
        <translation>z under normalfördelning</translation>
    </message>
    <message>
        <source>z under randomisation</source>
        <translation>z under slumpfördelning av värdena</translation>
    </message>
    <message>
        <source>{added} facilities added, {changed} changed, {unchanged} unchanged, {rejected} rows rejected.</source>
        <translation>{added} vårdenheter tillkom, {changed} ändrades, {unchanged} var oförändrade, {rejected} rader avvisades.</translation>
    </message>
    <message>
        <source>{added} rows added, {changed} changed, {removed} removed, {unchanged} unchanged.</source>
        <translation>{added} rader tillkom, {changed} ändrades, {removed} togs bort, {unchanged} är oförändrade.</translation>
    </message>
    <message>
        <source>{added} rows added, {changed} changed, {unchanged} unchanged, {rejected} rejected.</source>
        <translation>Rader: {added} tillagda, {changed} ändrade, {unchanged} oförändrade, {rejected} avvisade.</translation>
    </message>
    <message>
        <source>{added} rows were added, {removed} removed and {changed} changed ({values} values); {same} are as they were frozen.</source>
        <translation>{added} rader tillkom, {removed} togs bort och {changed} ändrades ({values} värden); {same} är som de frystes.</translation>
    </message>
    <message>
        <source>{added} zones added, {changed} changed, {unchanged} unchanged.</source>
        <translation>Zoner: {added} nya, {changed} ändrade, {unchanged} oförändrade.</translation>
    </message>
    <message>
        <source>{age}, {year} (forecast)</source>
        <translation>{age}, {year} (prognos)</translation>
    </message>
    <message>
        <source>{area}, {year}: {value} {unit}, decided by {who}.</source>
        <translation>{area}, {year}: {value} {unit}, beslutat av {who}.</translation>
    </message>
    <message>
        <source>{before} → {after} people have more than 30 minutes or no reach.</source>
        <translation>{before} → {after} invånare har mer än 30 minuter eller når ingen enhet.</translation>
    </message>
    <message>
        <source>{better} became better, {worse} worse and {unchanged} unchanged.</source>
        <translation>{better} blev bättre, {worse} sämre och {unchanged} är oförändrade.</translation>
    </message>
    <message>
        <source>{codes} are no municipalities of {region}. There are: {known}.</source>
        <translation>{codes} är inga kommuner i {region}. Där finns: {known}.</translation>
    </message>
    <message>
        <source>{code} ({level}), {variable}: own figure {total}, sum of {parts} areas {sum}, of which {unknown} without a figure.</source>
        <translation>{code} ({level}), {variable}: egen siffra {total}, summa för områdena {sum} ({parts} st), varav {unknown} utan siffra.</translation>
    </message>
    <message>
        <source>{code} is no {division} of region {region}</source>
        <translation>{code} är ingen {division} i region {region}</translation>
    </message>
    <message>
        <source>{division} ({mark}, {date}): {n} areas. Their population is no part of this source: {kept} keep what is stored, {without} have none yet.</source>
        <translation>{division} ({mark}, {date}): {n} områden. Folkmängden ingår inte i källan: {kept} behåller den som är lagrad, {without} har ingen ännu.</translation>
    </message>
    <message>
        <source>{division}, year {year}: {types}.</source>
        <translation>{division}, år {year}: {types}.</translation>
    </message>
    <message>
        <source>{fetched} times something was fetched or imported, and {edits} edits and writes.</source>
        <translation>{fetched} gånger har något hämtats eller importerats, och {edits} redigeringar och skrivningar.</translation>
    </message>
    <message>
        <source>{field} holds nothing but 1–5: it is the area type, not the index. Choose it as TYPE_FIELD.</source>
        <translation>{field} innehåller bara 1–5: det är områdestypen, inte indexet. Välj fältet som TYPE_FIELD.</translation>
    </message>
    <message>
        <source>{field} holds only the numbers 1–5. If they are area types, 1 is the greatest need: choose NEED_IS lower.</source>
        <translation>{field} innehåller bara talen 1–5. Om de är områdestyper är 1 det största vårdbehovet: välj NEED_IS lower.</translation>
    </message>
    <message>
        <source>{field} is a need index, where the highest need is the most disadvantaged, but RANK_ORDER says the lowest. Check it: everything said is turned around by it.</source>
        <translation>{field} är ett vårdbehovsindex, där det högsta värdet är det mest utsatta, men RANK_ORDER anger det lägsta. Kontrollera inställningen: den vänder på allt som sägs.</translation>
    </message>
    <message>
        <source>{field} is a sum of points, which grows with the number of people. Choose points per person, or the ratio.</source>
        <translation>{field} är en poängsumma, som växer med antalet personer. Välj poäng per person eller kvoten.</translation>
    </message>
    <message>
        <source>{field} is at most 1 in every area. A share cannot be added up: give its two counts, and the share in RATES.</source>
        <translation>{field} är högst 1 i varje område. En andel kan inte summeras: ange dess två antal, och andelen i RATES.</translation>
    </message>
    <message>
        <source>{field} is on the scale {scale}.</source>
        <translation>{field} är på skalan {scale}.</translation>
    </message>
    <message>
        <source>{field} is on {scale}.</source>
        <translation>{field} är på {scale}.</translation>
    </message>
    <message>
        <source>{field} is said to be {scale}, but half of its values or more look like {other}. Nothing was changed: check the scale before the numbers are used.</source>
        <translation>{field} anges vara {scale}, men minst hälften av värdena ser ut som {other}. Ingenting ändrades: kontrollera skalan innan talen används.</translation>
    </message>
    <message>
        <source>{field} of TABLE holds {list}, which cannot be. Types are 1–5 and an index is a number: choose other fields.</source>
        <translation>{field} i TABLE innehåller {list}, vilket inte kan stämma. Typer är 1–5 och ett index är ett tal: välj andra fält.</translation>
    </message>
    <message>
        <source>{field} of {layer} has the statuses {list}, but only {known} are understood. Choose another field, or none.</source>
        <translation>{field} i {layer} har statusarna {list}, men bara {known} kan tolkas. Välj ett annat fält, eller inget.</translation>
    </message>
    <message>
        <source>{field} was named, but neither FORWARD_VALUE nor BACKWARD_VALUE: every road is open both ways.</source>
        <translation>{field} angavs, men varken FORWARD_VALUE eller BACKWARD_VALUE: alla vägar är öppna i båda riktningarna.</translation>
    </message>
    <message>
        <source>{field}, carried</source>
        <translation>{field}, överfört</translation>
    </message>
    <message>
        <source>{field}, in at least one zone</source>
        <translation>{field}, i minst en zon</translation>
    </message>
    <message>
        <source>{field}, of the area</source>
        <translation>{field}, i området</translation>
    </message>
    <message>
        <source>{field}, sum</source>
        <translation>{field}, summa</translation>
    </message>
    <message>
        <source>{field}: {sum} in all; {carried} carried, {left} not carried, {unknown} in areas with an unknown part.</source>
        <translation>{field}: {sum} totalt; {carried} överfört, {left} inte överfört, {unknown} i områden med en okänd del.</translation>
    </message>
    <message>
        <source>{field}: {total} in the areas, {covered} of them in at least one zone and {left} in none; the zones' sums add up to {added}.</source>
        <translation>{field}: {total} i områdena, varav {covered} i minst en zon och {left} i ingen; zonernas summor blir sammanlagt {added}.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table ({detail}). Save it as CSV (UTF-8) with a semicolon between its columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no facilities, and would remove all that the workspace has of the region. Nothing was taken in; ask the neighbour for a whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is an exchange file of version {found}, but this Närvård reads version {known}. Update the plugin, or ask for a file of that version.</source>
        <translation>{file} är en utbytesfil av version {found}, men detta Närvård läser version {known}. Uppdatera tillägget, eller be om en fil av den versionen.</translation>
    </message>
    <message>
        <source>{file} is damaged, or has been changed since it was made: the checksum of {names} is not right. Nothing was taken in; ask the neighbour for a new file.</source>
        <translation>{file} är skadad, eller har ändrats sedan den gjordes: kontrollsumman för {names} stämmer inte. Ingenting togs in; be grannen om en ny fil.</translation>
    </message>
    <message>
        <source>{file} is not an exchange file. Ask the neighbour region for one made with exportexchange.</source>
        <translation>{file} är ingen utbytesfil. Be grannregionen om en gjord med exportexchange.</translation>
    </message>
    <message>
        <source>{file} is of region {found}, but REGION says {wanted}. Choose the right file, or clear REGION.</source>
        <translation>{file} gäller region {found}, men REGION säger {wanted}. Välj rätt fil, eller töm REGION.</translation>
    </message>
    <message>
        <source>{file} is {megabytes} MB, which no region's register is. It was not read.</source>
        <translation>{file} är {megabytes} MB, vilket ingen regions register är. Den lästes inte.</translation>
    </message>
    <message>
        <source>{file} lacks the column {names} in the table {table}. Nothing was taken in: ask the neighbour to add it, or for a file made with exportexchange.</source>
        <translation>{file} saknar kolumnen {names} i tabellen {table}. Ingenting togs in: be grannen lägga till den, eller om en fil gjord med exportexchange.</translation>
    </message>
    <message>
        <source>{file} lacks the tables {names}. Ask the neighbour for a whole file made with exportexchange.</source>
        <translation>{file} saknar tabellerna {names}. Be grannen om en hel fil gjord med exportexchange.</translation>
    </message>
    <message>
        <source>{gainers} people get nearer and {losers} farther; {lost} lose reach, {gained} gain it, {never} never have it.</source>
        <translation>{gainers} invånare får kortare restid och {losers} längre; {lost} blir helt utan, {gained} får vård inom räckhåll och {never} är utan både före och efter.</translation>
    </message>
    <message>
        <source>{groups} and the rest</source>
        <translation>{groups} och övriga</translation>
    </message>
    <message>
        <source>{hours} person-hours per trip for all together.</source>
        <translation>{hours} persontimmar per resa för alla tillsammans.</translation>
    </message>
    <message>
        <source>{id} does not lie where its id says</source>
        <translation>{id} ligger inte där dess id säger</translation>
    </message>
    <message>
        <source>{km2} km² of {n} areas are covered by no zone: {list}.</source>
        <translation>Ingen zon täcker {km2} km² i dessa områden ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{k} is everybody in the layer or more</source>
        <translation>{k} är alla i lagret eller fler</translation>
    </message>
    <message>
        <source>{layer} already has fields that this tool adds: {names}. Give the added fields a PREFIX.</source>
        <translation>{layer} har redan fält som verktyget lägger till: {names}. Ge de nya fälten ett PREFIX.</translation>
    </message>
    <message>
        <source>{layer} has no columns of both DeSO and RegSO codes. Its fields are: {fields}.</source>
        <translation>{layer} saknar kolumner med både DeSO- och RegSO-koder. Fälten är: {fields}.</translation>
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
        <source>{layer} has no polygons. Choose another layer, or clear its filter and selection.</source>
        <translation>{layer} har inga ytor. Välj ett annat lager, eller ta bort dess filter och urval.</translation>
    </message>
    <message>
        <source>{layer} has no rows of the kinds {kinds}. Choose the capacity table, or correct its column kind.</source>
        <translation>{layer} har inga rader av slagen {kinds}. Välj kapacitetstabellen, eller rätta dess kolumn kind.</translation>
    </message>
    <message>
        <source>{layer} has no rows of {year}. Its years are: {years}.</source>
        <translation>{layer} har inga rader för {year}. Åren är: {years}.</translation>
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
        <source>{layer} has none of the fields {names}. Choose the fields of the codes; its fields are: {fields}.</source>
        <translation>{layer} har inget av fälten {names}. Välj fälten med koderna; fälten är: {fields}.</translation>
    </message>
    <message>
        <source>{layer} has the years {years}; the figures are of {year}.</source>
        <translation>{layer} har åren {years}; siffrorna gäller {year}.</translation>
    </message>
    <message>
        <source>{layer} has {level} codes of the vintage {text}, but there are only {known}. Correct its vintage.</source>
        <translation>{layer} har {level}-koder av årgången {text}, men det finns bara {known}. Rätta årgången.</translation>
    </message>
    <message>
        <source>{layer} has {level} codes without a vintage and figures of years on both sides of 2024 ({years}), so they may be of {known}. Choose the vintage of {layer}, or the field that says it.</source>
        <translation>{layer} har {level}-koder utan årgång och siffror för år på båda sidor om 2024 ({years}), så de kan vara av {known}. Välj årgång för {layer}, eller fältet som anger den.</translation>
    </message>
    <message>
        <source>{layer} has {n} different variables in {fields}, and a field would be added for each. Filter it first.</source>
        <translation>{layer} har {n} olika variabler i {fields}, och ett fält skulle läggas till för var och en. Filtrera tabellen först.</translation>
    </message>
    <message>
        <source>{layer} holds areas of several levels ({levels}). Filter it to one of them first.</source>
        <translation>{layer} innehåller områden på flera nivåer ({levels}). Filtrera fram en av dem först.</translation>
    </message>
    <message>
        <source>{layer} holds areas of several vintages ({vintages}), which lie over each other. Filter it to one first, such as "vintage" = '{newest}'.</source>
        <translation>{layer} innehåller områden av flera årgångar ({vintages}), som ligger över varandra. Filtrera fram en först, till exempel "vintage" = '{newest}'.</translation>
    </message>
    <message>
        <source>{layer} holds figures of {others}, but {other} is of {own}. A figure is shown only on the level that it was made for: it says nothing of how the parts differ. Choose areas of the same level, or a table of theirs.</source>
        <translation>{layer} innehåller siffror för {others}, men {other} är {own}. En siffra visas bara på den nivå den är framtagen för: den säger inget om hur delarna skiljer sig åt. Välj områden på samma nivå, eller en tabell för deras nivå.</translation>
    </message>
    <message>
        <source>{layer} is a key of {found}, but {wanted} is needed. Choose SCB's key of the same vintage as the areas.</source>
        <translation>{layer} är en nyckel för {found}, men {wanted} behövs. Välj SCB:s nyckel för samma årgång som områdena.</translation>
    </message>
    <message>
        <source>{layer} is copied.</source>
        <translation>{layer} kopieras.</translation>
    </message>
    <message>
        <source>{layer} is empty.</source>
        <translation>{layer} är tomt.</translation>
    </message>
    <message>
        <source>{layer} is neither a vector layer nor a raster, and cannot be frozen. Leave it out.</source>
        <translation>{layer} är varken ett vektorlager eller ett raster och kan inte frysas. Utelämna det.</translation>
    </message>
    <message>
        <source>{layer} is of {others}, but {other} is of {own}. Codes of two vintages may name different land, so they are never joined. Carry the figures over with a key file (the tool changevintage), or through land or people (catchmentprofile).</source>
        <translation>{layer} är av {others}, men {other} är av {own}. Koder från två årgångar kan avse olika mark och kopplas därför aldrig. För över siffrorna med en nyckelfil (verktyget changevintage), eller via mark eller invånare (catchmentprofile).</translation>
    </message>
    <message>
        <source>{layer} leads from {division} to the same. Choose the key that leads from the vintage of the areas to another.</source>
        <translation>{layer} leder från {division} till samma indelning. Välj nyckeln som leder från områdenas årgång till en annan.</translation>
    </message>
    <message>
        <source>{layer} says two vintages of {code}: {one} and {other}. Correct its vintage.</source>
        <translation>{layer} anger två årgångar för {code}: {one} och {other}. Rätta årgången.</translation>
    </message>
    <message>
        <source>{level} (no figures)</source>
        <translation>{level} (inga uppgifter)</translation>
    </message>
    <message>
        <source>{lines} lines gave {nodes} junctions and {arcs} links (each way counted), in {crs}.</source>
        <translation>{lines} linjer gav {nodes} korsningar och {arcs} länkar (varje riktning räknad), i {crs}.</translation>
    </message>
    <message>
        <source>{listed} listed × (index {index} − threshold {threshold}) × {each} kronor = {amount} kronor.</source>
        <translation>{listed} listade × (index {index} − tröskel {threshold}) × {each} kronor = {amount} kronor.</translation>
    </message>
    <message>
        <source>{listed} listed × ({flat} kronor + index {index} × {each} kronor + ACG {acg} × {each_acg} kronor) = {amount} kronor.</source>
        <translation>{listed} listade × ({flat} kronor + index {index} × {each} kronor + ACG {acg} × {each_acg} kronor) = {amount} kronor.</translation>
    </message>
    <message>
        <source>{listed} listed × ({flat} kronor + index {index} × {each} kronor) = {amount} kronor.</source>
        <translation>{listed} listade × ({flat} kronor + index {index} × {each} kronor) = {amount} kronor.</translation>
    </message>
    <message>
        <source>{listed} listed × index {index} × {each} kronor = {amount} kronor.</source>
        <translation>{listed} listade × index {index} × {each} kronor = {amount} kronor.</translation>
    </message>
    <message>
        <source>{list} are no ids of key figures; they look like N00001.</source>
        <translation>{list} är inga id för nyckeltal; de ser ut som N00001.</translation>
    </message>
    <message>
        <source>{list} have no figures for these areas, years and sexes.</source>
        <translation>{list} har inga uppgifter för dessa områden, år och kön.</translation>
    </message>
    <message>
        <source>{lost} lose reach altogether, {gained} gain it.</source>
        <translation>{lost} blir helt utan, {gained} når en enhet som de inte nådde förut.</translation>
    </message>
    <message>
        <source>{measured} of {units} units have a measured change.</source>
        <translation>{measured} av {units} vårdenheter har en uppmätt förändring.</translation>
    </message>
    <message>
        <source>{met} of {n} areas meet the target.</source>
        <translation>{met} av {n} områden når målet.</translation>
    </message>
    <message>
        <source>{most} varies {times} times as much as {least} and rules the index. Variables in different units need zscore or rank.</source>
        <translation>{most} varierar {times} gånger så mycket som {least} och styr indexet. Variabler i olika enheter kräver zscore eller rank.</translation>
    </message>
    <message>
        <source>{names} belong together: name all of them, or none.</source>
        <translation>{names} hör ihop: ange alla eller inga.</translation>
    </message>
    <message>
        <source>{names} is given, but the chosen rule does not use it.</source>
        <translation>{names} är angivet, men den valda regeln använder det inte.</translation>
    </message>
    <message>
        <source>{names} must name a field.</source>
        <translation>{names} måste ange ett fält.</translation>
    </message>
    <message>
        <source>{name} ({code}) has no value {unknown}. It has: {values}.</source>
        <translation>{name} ({code}) har inget värde {unknown}. Det har: {values}.</translation>
    </message>
    <message>
        <source>{name} ({code}) must be chosen in VALUES, such as {code}={values}.</source>
        <translation>{name} ({code}) måste väljas i VALUES, till exempel {code}={values}.</translation>
    </message>
    <message>
        <source>{name} ({id}) now lies at {x}, {y} in SWEREF 99 TM, placed by hand.</source>
        <translation>{name} ({id}) ligger nu på {x}, {y} i SWEREF 99 TM, placerad för hand.</translation>
    </message>
    <message>
        <source>{name} by {level}</source>
        <translation>{name} per {level}</translation>
    </message>
    <message>
        <source>{name} could not be opened from the workspace.</source>
        <translation>{name} gick inte att öppna ur arbetsytan.</translation>
    </message>
    <message>
        <source>{name} has no place in the workspace.</source>
        <translation>{name} har inget läge i arbetsytan.</translation>
    </message>
    <message>
        <source>{name} has no value {unknown}. Some of its {n}: {list}.</source>
        <translation>{name} har inget värde {unknown}. Några av de {n} som finns: {list}.</translation>
    </message>
    <message>
        <source>{name} has something that is no number: {text}.</source>
        <translation>{name} innehåller något som inte är ett tal: {text}.</translation>
    </message>
    <message>
        <source>{name} is chosen by REGION, LEVEL, VERSION and YEARS.</source>
        <translation>{name} väljs med REGION, LEVEL, VERSION och YEARS.</translation>
    </message>
    <message>
        <source>{name} is needed for this choice; give it in minutes.</source>
        <translation>{name} krävs för detta val; ange det i minuter.</translation>
    </message>
    <message>
        <source>{name} is read once; after that searching and filtering is immediate.</source>
        <translation>{name} läses en gång; sedan går sökning och filtrering direkt.</translation>
    </message>
    <message>
        <source>{name} is refreshed.</source>
        <translation>{name} är uppdaterad.</translation>
    </message>
    <message>
        <source>{name} is the price, and must be above 0.</source>
        <translation>{name} är priset och måste vara över 0.</translation>
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
        <source>{name} must be a two-digit county code, such as 08.</source>
        <translation>{name} ska vara en tvåsiffrig länskod, till exempel 08.</translation>
    </message>
    <message>
        <source>{name} must be filled in: whoever reads the file needs it.</source>
        <translation>{name} måste fyllas i: den som läser filen behöver det.</translation>
    </message>
    <message>
        <source>{name} must hold letters or digits, since the folder is called by it.</source>
        <translation>{name} måste innehålla bokstäver eller siffror, eftersom mappen heter efter det.</translation>
    </message>
    <message>
        <source>{name} stands twice in it</source>
        <translation type="unfinished"></translation>
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
        <source>{name}: nothing has changed since last time.</source>
        <translation>{name}: inget har ändrats sedan sist.</translation>
    </message>
    <message>
        <source>{name}: the travel of {n} moved patients is unknown and in no sum.</source>
        <translation>{name}: restiden för {n} flyttade patienter är okänd och ingår inte i någon summa.</translation>
    </message>
    <message>
        <source>{name}: told or not</source>
        <translation>{name}: visas eller inte</translation>
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
        <source>{name}: {added} new, {changed} changed, {removed} removed.</source>
        <translation>{name}: {added} nya, {changed} ändrade, {removed} borttagna.</translation>
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
        <source>{name}: {n} places with {people} people.</source>
        <translation>{name}: {n} orter, {people} invånare.</translation>
    </message>
    <message>
        <source>{name}: {n} places.</source>
        <translation>{name}: {n} orter.</translation>
    </message>
    <message>
        <source>{name}: {today} have waited over 90 days today. Only new patients are moved, so about {later} will have done so in a year; today's lists need an effort of their own.</source>
        <translation>{name}: {today} har i dag väntat över 90 dagar. Bara nya patienter flyttas, så om ett år har ungefär {later} gjort det; dagens väntelistor behöver en egen insats.</translation>
    </message>
    <message>
        <source>{near} people get nearer and {far} farther.</source>
        <translation>{near} invånare får närmare och {far} längre.</translation>
    </message>
    <message>
        <source>{n} amounts of the same unit, year and effort differ between indicators: {list}. The same kronor should stand beside each.</source>
        <translation>{n} belopp för samma vårdenhet, år och insats skiljer sig mellan mått: {list}. Samma kronor ska stå vid vart och ett.</translation>
    </message>
    <message>
        <source>{n} are gone from the map, or in your register now, but have services or capacity here, so they are kept: {list}. Look at them.</source>
        <translation>{n} är borta ur kartan, eller finns nu i ert register, men har utbud eller kapacitet här och är därför kvar: {list}. Se över dem.</translation>
    </message>
    <message>
        <source>{n} are not measured ({why}): {list}. Nothing is known of what their money gave.</source>
        <translation>Ej mätta ({why}; {n} st): {list}. Det är okänt vad deras pengar gav.</translation>
    </message>
    <message>
        <source>{n} are not measured.</source>
        <translation>Ej mätta: {n}.</translation>
    </message>
    <message>
        <source>{n} are probably in your register already and were left out ({metres} m and one kind, or {far} m and one name): {list}.</source>
        <translation>{n} finns troligen redan i ert register och utelämnades ({metres} m och samma slag, eller {far} m och samma namn): {list}.</translation>
    </message>
    <message>
        <source>{n} are probably in your register already, and now stand there twice ({metres} m and one kind, or {far} m and one name): {list}.</source>
        <translation>{n} finns troligen redan i ert register och står där nu två gånger ({metres} m och samma slag, eller {far} m och samma namn): {list}.</translation>
    </message>
    <message>
        <source>{n} area codes had a vintage in their ending (such as _DeSO2025); the bare code is kept.</source>
        <translation>{n} områdeskoder hade årgången som ändelse (till exempel _DeSO2025); koden utan ändelse behålls.</translation>
    </message>
    <message>
        <source>{n} area codes of the people are not in {layer}: {list}.</source>
        <translation>Befolkningens områdeskoder som inte finns i {layer} ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} area codes, with {people} listed, are not in the workspace's areas (a neighbour's, or another vintage); they are kept: {list}.</source>
        <translation>{n} områdeskoder, med {people} listade, finns inte bland arbetsytans områden (en grannes, eller en annan årgång); de behålls: {list}.</translation>
    </message>
    <message>
        <source>{n} areas are carried in part only, since their shares sum to less than 1: {list}.</source>
        <translation>Områden som bara delvis förs över, eftersom deras andelar summerar till mindre än 1 ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas are in no RegSO of the key, and have no type: {list}.</source>
        <translation>Områden som inte ligger i något RegSO i nyckeln saknar typ ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas are in no zone: {list}.</source>
        <translation>Områden som inte ligger i någon zon ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas are not in KEY and are not carried: {list}.</source>
        <translation>Områden som inte finns i KEY förs inte över ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have 0 people in one of the years only: {list}. Check that it is not a false zero, for a year that the areas' vintage has no figures for.</source>
        <translation>Områden med 0 invånare bara ett av åren ({n} st): {list}. Kontrollera att det inte är en falsk nolla, för ett år som områdenas årgång saknar uppgifter för.</translation>
    </message>
    <message>
        <source>{n} areas have a number below 0 in {field}, and it was used as it stands: {list}. If it is a sign that there is no value, make it empty first.</source>
        <translation>Områden med ett tal under 0 i {field}, som användes som det är ({n} st): {list}. Om talet betyder att värde saknas, töm det först.</translation>
    </message>
    <message>
        <source>{n} areas have a target but no value: {list}.</source>
        <translation>Områden med mål men utan värde ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have a value and a geometry; the method needs at least {least}.</source>
        <translation>Områden med både värde och geometri: {n}; metoden behöver minst {least}.</translation>
    </message>
    <message>
        <source>{n} areas have an index but no people in {field}, and do not count in means and ranks: {list}.</source>
        <translation>Områden med index men utan invånare i {field} räknas inte i medelvärden och ranger ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have fewer than {minimum} people in a year: {list}. Protect them before the table of areas is published.</source>
        <translation>Områden med färre än {minimum} invånare något år ({n} st): {list}. Skydda dem innan tabellen över områden publiceras.</translation>
    </message>
    <message>
        <source>{n} areas have more people in {fields} than in {population}: {list}. Choose fields of the same people and year.</source>
        <translation>Områden med fler personer i {fields} än i {population} ({n} st): {list}. Välj fält som gäller samma personer och år.</translation>
    </message>
    <message>
        <source>{n} areas have more people in {field} than in all ({over} too many); they are counted as all: {list}.</source>
        <translation>Områden med fler i {field} än invånare totalt ({n} st; {over} för många); de räknas som alla: {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no cell with weight, and were spread evenly over their ground: {list}. Finer squares, or SPLIT, place their people better.</source>
        <translation>Områden utan någon ruta med vikt spreds jämnt över sin yta ({n} st): {list}. Mindre rutor, eller SPLIT, placerar invånarna bättre.</translation>
    </message>
    <message>
        <source>{n} areas have no code in {field}, and take only the targets that their other fields name.</source>
        <translation>Områden som saknar kod i {field} får bara de mål som deras övriga fält anger ({n} st).</translation>
    </message>
    <message>
        <source>{n} areas have no geometry and are left out of the computation: {list}.</source>
        <translation>Områden utan geometri ingår inte i beräkningen ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no group and are taken as a group of their own: {list}.</source>
        <translation>Områden utan grupp räknas som en egen grupp ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no index: {list}.</source>
        <translation>Områden utan index ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no neighbours with a value, and so no statistic: {list}. If they do meet others on the map, raise TOLERANCE, or choose the nearest areas (knn).</source>
        <translation>Områden utan grannar med värde får inget mått ({n} st): {list}. Om de ändå möter andra på kartan, höj TOLERANCE eller välj de närmaste områdena (knn).</translation>
    </message>
    <message>
        <source>{n} areas have no number in {field} and get no forecast of it; the others of their place share it all: {list}.</source>
        <translation>Områden utan tal i {field} får ingen prognos för det; de andra i samma kommun eller län delar på hela prognosen ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no number in {field} and no index: {list}.</source>
        <translation>Områden utan tal i {field} får inget index ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no number of people and are left out: {list}.</source>
        <translation>Områden utan antal invånare utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no number of people in one of the years (not told, or hidden for secrecy) and stand in neither: {list}.</source>
        <translation>Områden utan antal invånare något av åren (inte redovisat, eller dolt av sekretesskäl) ingår inte i något av dem ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no number of people, and stand in no sum of people: {list}.</source>
        <translation>Områden utan uppgift om antal invånare ingår inte i någon summa av invånare ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no people in {field} and no index: {list}.</source>
        <translation>Områden utan invånare i {field} får inget index ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no polygon; in morrill and wong they touch no other area: {list}.</source>
        <translation>Områden utan yta rör i morrill och wong inte vid något annat område ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no size, so delta is left out: {list}.</source>
        <translation>Områden utan areal, så delta utelämnas ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no target, nor has their municipality or region: {list}.</source>
        <translation>Områden utan mål, även för kommunen och regionen ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no type from SCB (..): {list}.</source>
        <translation>Områden som inte har någon typ från SCB (..; {n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no value and are left out of the computation: {list}.</source>
        <translation>Områden utan värde ingår inte i beräkningen ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have no value in {field}, and give nothing to its sums: {list}.</source>
        <translation>Områden utan värde i {field} bidrar inte till fältets summor ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have nobody living there, and no class: {list}.</source>
        <translation>Områden där ingen bor får ingen klass ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have nobody living there, and were left out: {list}.</source>
        <translation>Områden där ingen bor utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have people but no type in one of the years and stand in neither: {list}.</source>
        <translation>Områden med invånare men utan typ något av åren ingår inte i något av dem ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas have people but no value: {list}.</source>
        <translation>Områden med invånare men utan värde ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas hold no point and have no mean: {list}.</source>
        <translation>Områden utan någon punkt får inget medelvärde ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas in AREAS have a negative number, or more of the group than people: {list}. Correct them first.</source>
        <translation>Områden i AREAS med ett negativt antal, eller fler i gruppen än invånare ({n} st): {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} areas lack a number of people and are left out: {list}.</source>
        <translation>Områden som saknar ett antal invånare utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas lack people of some age and have no value: {list}.</source>
        <translation>Områden som saknar uppgift om någon ålder får inget värde ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas lie in a RegSO that is not in TABLE, and have no type: {list}.</source>
        <translation>Områden i ett RegSO som inte finns i TABLE saknar typ ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas lie in no place of the forecast and have no value: {list}.</source>
        <translation>Områden som inte ligger i någon kommun eller något län i prognosen saknar värde ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas lie on other areas: {list}. People there are counted twice. AREAS should be one division of one vintage.</source>
        <translation>Områden som ligger på andra områden ({n} st): {list}. Invånarna där räknas dubbelt. AREAS bör vara en indelning av en årgång.</translation>
    </message>
    <message>
        <source>{n} areas of TABLE have several types: {list}. Filter it to one row per RegSO, or choose YEAR_FIELD.</source>
        <translation>Områden i TABLE med flera typer ({n} st): {list}. Filtrera till en rad per RegSO, eller välj YEAR_FIELD.</translation>
    </message>
    <message>
        <source>{n} areas of TO_AREAS get nothing from the key, and are empty: {list}.</source>
        <translation>Områden i TO_AREAS som inte får något genom nyckeln är tomma ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas of {layer} lead to several others, and it has no shares: {list}. Choose the field of the share.</source>
        <translation>Områden i {layer} som leder till flera andra fast andelar saknas ({n} st): {list}. Välj fältet med andelen.</translation>
    </message>
    <message>
        <source>{n} areas of {layer} lie in several RegSO: {list}. Correct the key first.</source>
        <translation>Områden i {layer} som ligger i flera RegSO ({n} st): {list}. Rätta nyckeln först.</translation>
    </message>
    <message>
        <source>{n} areas that the key leads to are not in TO_AREAS: {list}.</source>
        <translation>Områden som nyckeln leder till men som inte finns i TO_AREAS ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} areas with {people} people have an index; together they have {mean} points per person.</source>
        <translation>Områden med index: {n}, med {people} invånare. Tillsammans har de {mean} poäng per person.</translation>
    </message>
    <message>
        <source>{n} areas with {people} people have no rank and are left out: {list}.</source>
        <translation>Områden utan rang utelämnades ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} areas with {people} people have no value in GROUP, and were left out: {list}.</source>
        <translation>Områden utan värde i GROUP utelämnades ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} areas with {people} people have no value of access, and count as those with the poorest: {list}.</source>
        <translation>Områden utan värde för geografisk tillgänglighet räknas som de sämsta ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} areas with {people} people lack a number of access, net migration or people, and were left out: {list}.</source>
        <translation>Områden som saknar ett tal för geografisk tillgänglighet, flyttnetto eller invånare utelämnades ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} areas with {people} people lack a number of need, access or people, and have no class: {list}.</source>
        <translation>Områden som saknar ett tal för vårdbehov, geografisk tillgänglighet eller invånare får ingen klass ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} areas with {people} people; {empty} areas have none.</source>
        <translation>Områden: {n}, med {people} invånare. Områden utan invånare: {empty}.</translation>
    </message>
    <message>
        <source>{n} beds</source>
        <translation>{n} vårdplatser</translation>
    </message>
    <message>
        <source>{n} came without a place and were left out: {list}.</source>
        <translation>{n} kom utan läge och utelämnades: {list}.</translation>
    </message>
    <message>
        <source>{n} cells are empty; they are kept as missing, not 0. Choose EMPTY_AS if they mean that nobody is listed.</source>
        <translation>{n} celler är tomma; de sparas som saknade, inte 0. Välj EMPTY_AS om de betyder att ingen är listad.</translation>
    </message>
    <message>
        <source>{n} cells are hidden in the table: {list}. They are empty in the workspace with the status suppressed, not 0.</source>
        <translation>{n} celler är dolda i tabellen: {list}. De är tomma i arbetsytan med statusen suppressed, inte 0.</translation>
    </message>
    <message>
        <source>{n} cells are hidden or marked as not told; they are empty in the workspace, not 0.</source>
        <translation>Celler som är dolda eller markerade som ej redovisade är tomma i arbetsytan, inte 0 ({n} st).</translation>
    </message>
    <message>
        <source>{n} cells of GRID do not have four corners, and were not split.</source>
        <translation>Rutor i GRID som inte har fyra hörn delades inte ({n} st).</translation>
    </message>
    <message>
        <source>{n} cells of GRID have no place, and were left out: {list}.</source>
        <translation>Rutor i GRID utan läge utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} cells of GRID have no weight, and were left out: {list}.</source>
        <translation>Rutor i GRID utan vikt utelämnades ({n} st): {list}.</translation>
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
        <source>{n} changes of later years are not in the figures.</source>
        <translation>{n} ändringar för senare år ingår inte i siffrorna.</translation>
    </message>
    <message>
        <source>{n} changes of later years were left out.</source>
        <translation>Ändringar för senare år utelämnades ({n} st).</translation>
    </message>
    <message>
        <source>{n} codes are not in the workspace's table {table}, in the same vintage where it has one: {list}.</source>
        <translation>Koder som inte finns i arbetsytans tabell {table}, med samma årgång om den har någon ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} codes had lost their leading 0 and got it back.</source>
        <translation>{n} koder hade tappat sin inledande nolla och har fått tillbaka den.</translation>
    </message>
    <message>
        <source>{n} codes of TABLE are listed in several zones: {list}. Each may be in one.</source>
        <translation>Koder i TABLE som finns i flera zoner ({n} st): {list}. Varje kod får finnas i en zon.</translation>
    </message>
    <message>
        <source>{n} codes of TABLE name no area: {list}.</source>
        <translation>Koder i TABLE som inte motsvarar något område ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} codes of {layer} had lost their leading zero and got it back: {list}. Keep codes as text.</source>
        <translation>Koder i {layer} som hade tappat sin inledande nolla har fått tillbaka den ({n} st): {list}. Spara koder som text.</translation>
    </message>
    <message>
        <source>{n} dates of the source cannot be read and are left empty: {words}.</source>
        <translation>{n} av källans datum går inte att läsa och lämnas tomma: {words}.</translation>
    </message>
    <message>
        <source>{n} documents are in {folder}.</source>
        <translation>{n} handlingar finns i {folder}.</translation>
    </message>
    <message>
        <source>{n} documents are no longer at the source: {names}</source>
        <translation>{n} handlingar finns inte kvar hos källan: {names}</translation>
    </message>
    <message>
        <source>{n} documents lie at other hosts than the platform's, and are not fetched: {names}</source>
        <translation>{n} handlingar ligger på andra värdar än plattformens och hämtas inte: {names}</translation>
    </message>
    <message>
        <source>{n} estimates that were carried over from the other vintage stand as they were.</source>
        <translation>{n} skattningar som förts över från den andra årgången står kvar som de var.</translation>
    </message>
    <message>
        <source>{n} example rows of the template were left out.</source>
        <translation>{n} av mallens exempelrader utelämnades.</translation>
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
        <source>{n} facilities are no longer in the source and were removed: {list}.</source>
        <translation>{n} vårdenheter finns inte längre i källan och har tagits bort: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities are no longer in the source; they are kept: {list}.</source>
        <translation>{n} vårdenheter finns inte längre i källan; de behålls: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities got no area: {list}.</source>
        <translation>Vårdenheter som inte fick något område ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities had been placed by hand and were moved to the source's coordinates: {list}.</source>
        <translation>{n} vårdenheter hade placerats för hand och har flyttats till källans koordinater: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities have a municipality of another region: {list}.</source>
        <translation>{n} vårdenheter har en kommun i en annan region: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities have a source of {date}, {years} years ago: units have opened, moved and closed since. Ask for a newer file before it is planned with.</source>
        <translation>{n} vårdenheter har en källa från {date}, {years} år sedan: enheter har öppnat, flyttat och stängt sedan dess. Be om en nyare fil innan ni planerar med den.</translation>
    </message>
    <message>
        <source>{n} facilities have a year of closing. Without YEAR they count as open: {list}.</source>
        <translation>Vårdenheter med ett år då de stänger räknas som öppna när YEAR är tomt ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities have no coordinates in the file and keep the place that they have: {list}.</source>
        <translation>{n} vårdenheter saknar koordinater i filen och behåller det läge de har: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities have no coordinates. They are imported without a place; place them by hand with placefacility: {list}.</source>
        <translation>{n} vårdenheter saknar koordinater. De importeras utan läge; placera dem för hand med placefacility: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities have no date of the source. Give SOURCE_DATE, so that others see how old they are.</source>
        <translation>{n} vårdenheter saknar källans datum. Ange SOURCE_DATE, så att andra ser hur gamla uppgifterna är.</translation>
    </message>
    <message>
        <source>{n} facilities have no place and take no part.</source>
        <translation>{n} vårdenheter saknar läge och ingår inte.</translation>
    </message>
    <message>
        <source>{n} facilities have no place; they are handed over without one: {list}.</source>
        <translation>{n} vårdenheter har inget läge; de lämnas ut utan: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities have no region and were not handed over: {list}.</source>
        <translation>{n} vårdenheter har ingen region och lämnades inte ut: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities have no type of the plugin's list, and count only by their services: {list}.</source>
        <translation>Vårdenheter utan typ ur tilläggets lista räknas bara genom sitt utbud ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities lie far outside Sweden; their coordinates are not SWEREF 99 TM or are swapped: {list}.</source>
        <translation>{n} vårdenheter ligger långt utanför Sverige; deras koordinater är inte SWEREF 99 TM, eller är omkastade: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities lie farther than {metres} m from a road and take no part: {list}.</source>
        <translation>Vårdenheter längre än {metres} m från väg räknas inte med ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} facilities lie in another area than their own code says, which is kept: {list}.</source>
        <translation>{n} vårdenheter ligger i ett annat område än deras egen kod säger; koden behålls: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities lie inside the areas.</source>
        <translation>{n} vårdenheter ligger inom områdena.</translation>
    </message>
    <message>
        <source>{n} facilities lie more than {tolerance} m outside every area; they are kept for their own municipality code. Check their coordinates: {list}.</source>
        <translation>{n} vårdenheter ligger mer än {tolerance} m utanför alla områden; de behålls för sin egen kommunkods skull. Kontrollera deras koordinater: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities lie outside every area but within {tolerance} m, as at a generalised coast; they are kept, by their own code or the nearest area: {list}.</source>
        <translation>{n} vårdenheter ligger utanför alla områden men inom {tolerance} m, som vid en generaliserad kust; de behålls, med sin egen kod eller närmaste områdes: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities lie outside the areas and have a neighbour's region code; they are kept as the neighbour's: {list}.</source>
        <translation>{n} vårdenheter ligger utanför områdena och har en grannregions kod; de behålls som grannregionens: {list}.</translation>
    </message>
    <message>
        <source>{n} facilities of the file have an id that a facility of another region (or of none) has in the workspace: {list}. Nothing was taken in; agree with the neighbour on whose they are.</source>
        <translation>{n} vårdenheter i filen har ett id som en vårdenhet i en annan region (eller utan region) har i arbetsytan: {list}. Ingenting togs in; kom överens med grannen om vems de är.</translation>
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
        <source>{n} facilities opened after the date of their source, so that date cannot be right: {list}.</source>
        <translation>{n} vårdenheter öppnade efter källans datum, så det datumet kan inte stämma: {list}.</translation>
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
        <source>{n} facility types are not in the catalogue and are kept as they are: {list}.</source>
        <translation>{n} enhetstyper finns inte i katalogen och behålls som de är: {list}.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have a missing or negative value in {field}: {list}. Every sum depends on it; correct them first.</source>
        <translation>{n} objekt i {layer} har saknat eller negativt värde i {field}: {list}. Alla summor bygger på fältet, så rätta värdena först.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have a negative value in {field}: {list}. Correct them first.</source>
        <translation>{n} objekt i {layer} har ett negativt värde i {field}: {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have an invalid geometry, repaired for this run: {list}. Look at their outlines.</source>
        <translation>Objekt i {layer} med ogiltig geometri reparerades för den här körningen ({n} st): {list}. Se över deras gränser.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have no id in {field}: features {list}. Give each one an id.</source>
        <translation>{n} objekt i {layer} saknar id i {field}: objekt {list}. Ge vart och ett ett id.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have no polygon that can be used, and are on no map: {list}.</source>
        <translation>Objekt i {layer} utan användbar yta finns inte på kartan ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have no value in the id field {field}: feature {list}. Give each its own id.</source>
        <translation>{n} objekt i {layer} saknar värde i id-fältet {field}: objekt {list}. Ge varje objekt ett eget id.</translation>
    </message>
    <message>
        <source>{n} features in {layer} lie in the same place as another, and every one counts: {list}. Where each place has several rows, as for several years, filter {layer} to one of them.</source>
        <translation>{n} objekt i {layer} ligger på samma plats som ett annat, och vart och ett räknas: {list}. Om varje plats har flera rader, till exempel för flera år, filtrera {layer} till en av dem.</translation>
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
        <source>{n} figures ({areas}), of which {missing} are missing or hidden. The smallest area that they exist for is the {level}: a figure says nothing of smaller areas within it.</source>
        <translation>{n} uppgifter ({areas}), varav {missing} saknas eller är dolda. Minsta område som de finns för är {level}: en uppgift säger inget om mindre områden inom det.</translation>
    </message>
    <message>
        <source>{n} figures are marked as deleted by Kolada, and left out.</source>
        <translation>{n} uppgifter är markerade som borttagna av Kolada och togs inte med.</translation>
    </message>
    <message>
        <source>{n} figures are of years that {division} has no figures for, and stand as missing (outside_years): {older} through {last}, {newer} after it. {other} of them were not 0. Choose another year, or areas of the other vintage.</source>
        <translation>Siffror för år som {division} saknar siffror för räknas som saknade (outside_years; {n} st): {older} till och med {last}, {newer} därefter. Av dem var {other} inte 0. Välj ett annat år, eller områden av den andra årgången.</translation>
    </message>
    <message>
        <source>{n} figures are outside the years of {division}, of which {zeros} stand as 0 at SCB: they are missing, not 0. {older} has figures through {year} (VERSION 2018), {newer} from {next} (VERSION 2025).</source>
        <translation>{n} uppgifter ligger utanför åren för {division}; {zeros} av dem står som 0 hos SCB. De saknas, de är inte 0. {older} har uppgifter till och med {year} (VERSION 2018), {newer} från och med {next} (VERSION 2025).</translation>
    </message>
    <message>
        <source>{n} figures of capacity cannot be read and were left out: {words}.</source>
        <translation>{n} kapacitetstal går inte att läsa och har utelämnats: {words}.</translation>
    </message>
    <message>
        <source>{n} files are in {folder}: {names}</source>
        <translation>{n} filer finns i {folder}: {names}</translation>
    </message>
    <message>
        <source>{n} files were frozen in {path}. Checksum of the manifest: {sha256}</source>
        <translation>{n} filer frystes i {path}. Manifestets kontrollsumma: {sha256}</translation>
    </message>
    <message>
        <source>{n} forecasts are used; {other} of the same kind have no area in AREAS.</source>
        <translation>Prognoser som används: {n}; {other} av samma slag har inget område i AREAS.</translation>
    </message>
    <message>
        <source>{n} from {first} to {last}</source>
        <translation>{n} från {first} till {last}</translation>
    </message>
    <message>
        <source>{n} have no name and are called by their type: {list}.</source>
        <translation>{n} saknar namn och kallas efter sin enhetstyp: {list}.</translation>
    </message>
    <message>
        <source>{n} have no place and are not on the map</source>
        <translation>{n} saknar läge och syns inte på kartan</translation>
    </message>
    <message>
        <source>{n} have no region and are shown anyway</source>
        <translation>{n} saknar region och visas ändå</translation>
    </message>
    <message>
        <source>{n} have only a wide tag such as amenity=clinic or dentist, so their type is to be looked over: {list}.</source>
        <translation>{n} har bara en vid tagg som amenity=clinic eller dentist, så deras enhetstyp behöver ses över: {list}.</translation>
    </message>
    <message>
        <source>{n} have tags of several types, and were left out: {list}.</source>
        <translation>{n} har taggar för flera enhetstyper, och utelämnades: {list}.</translation>
    </message>
    <message>
        <source>{n} have tags that no type of the catalogue has, and were left out: {list}.</source>
        <translation>{n} har taggar som ingen enhetstyp i katalogen har, och utelämnades: {list}.</translation>
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
        <source>{n} in {side} without a match: {reason} {list}</source>
        <translation>Utan motsvarighet i {side} ({n} st): {reason} {list}</translation>
    </message>
    <message>
        <source>{n} known trips ({trips}) against {network}, {mode}, {date}</source>
        <translation>Kända resor ({n} st, {trips}) mot {network}, {mode}, {date}</translation>
    </message>
    <message>
        <source>{n} lie in the box around the region but outside its areas, and were left out: {list}.</source>
        <translation>{n} ligger i rektangeln kring regionen men utanför dess områden, och utelämnades: {list}.</translation>
    </message>
    <message>
        <source>{n} lie outside Sweden and were left out: {list}.</source>
        <translation>{n} ligger utanför Sverige och utelämnades: {list}.</translation>
    </message>
    <message>
        <source>{n} likely duplicates were left out: {list}.</source>
        <translation>{n} troliga dubbletter har utelämnats: {list}.</translation>
    </message>
    <message>
        <source>{n} likely duplicates were merged into the earlier facility: {list}.</source>
        <translation>{n} troliga dubbletter har slagits ihop med den tidigare vårdenheten: {list}.</translation>
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
        <source>{n} more in other years.</source>
        <translation>{n} till andra år.</translation>
    </message>
    <message>
        <source>{n} names of TABLE are not in KEY, and are left out: {list}.</source>
        <translation>Namn i TABLE som inte finns i KEY utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} new areas have an unknown part, and are left empty there: {list}.</source>
        <translation>Nya områden med en okänd del lämnas tomma där ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} numbers have changed by fewer than {minimum} people since PREVIOUS.</source>
        <translation>{n} tal har ändrats med färre än {minimum} personer sedan PREVIOUS.</translation>
    </message>
    <message>
        <source>{n} numbers of listed are under {minimum} people and were left out.</source>
        <translation>{n} tal för listade är under {minimum} personer och utelämnades.</translation>
    </message>
    <message>
        <source>{n} numbers over 0 and under {minimum} were hidden by the import, so that the workspace keeps nothing of so few people.</source>
        <translation>{n} tal över 0 och under {minimum} doldes vid importen, så att arbetsytan inte sparar något om så få personer.</translation>
    </message>
    <message>
        <source>{n} objects have a tag that other clinics carry too, private ones among them: {words}. Look them over.</source>
        <translation>{n} objekt har en tagg som även andra mottagningar har, också privata: {words}. Se över dem.</translation>
    </message>
    <message>
        <source>{n} objects have no name in OpenStreetMap; they are called by their type: {words}.</source>
        <translation>{n} objekt saknar namn i OpenStreetMap; de får heta som sin typ: {words}.</translation>
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
        <source>{n} of the {all} areas lie on other areas, as where two vintages or divisions stand in one layer: {list}. Everybody would be counted twice; filter AREAS to one of them.</source>
        <translation>{n} av de {all} områdena ligger på andra områden, till exempel för att två årgångar eller indelningar finns i samma lager: {list}. Alla skulle räknas dubbelt; filtrera AREAS till en av dem.</translation>
    </message>
    <message>
        <source>{n} of them were already here, and not downloaded again.</source>
        <translation>{n} av dem fanns redan här och laddades inte ner igen.</translation>
    </message>
    <message>
        <source>{n} of these numbers are hidden or missing: the people behind them are in no sum.</source>
        <translation>{n} av dessa tal är dolda eller saknas: personerna bakom dem ingår inte i någon summa.</translation>
    </message>
    <message>
        <source>{n} of {all} areas changed type: {list}.</source>
        <translation>{n} av {all} områden bytte typ: {list}.</translation>
    </message>
    <message>
        <source>{n} of {all} areas have a row in the table.</source>
        <translation>{n} av {all} områden har en rad i tabellen.</translation>
    </message>
    <message>
        <source>{n} of {all} facilities belong to no place: none lies within MAX_DISTANCE of them. They count nowhere: {list}.</source>
        <translation>{n} av {all} vårdenheter hör inte till någon ort: ingen ligger inom MAX_DISTANCE från dem. De räknas ingenstans: {list}.</translation>
    </message>
    <message>
        <source>{n} of {all} have a figure.</source>
        <translation>{n} av {all} har en uppgift.</translation>
    </message>
    <message>
        <source>{n} of {all} meet the target value.</source>
        <translation>{n} av {all} når målvärdet.</translation>
    </message>
    <message>
        <source>{n} of {all} numbers are hidden, {few} of them for their own sake.</source>
        <translation>{n} av {all} tal är dolda, varav {few} för att de själva är små.</translation>
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
        <source>{n} of {all} units get {total} kronor in all.</source>
        <translation>{n} av {all} vårdenheter får tillsammans {total} kronor.</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} av {total}</translation>
    </message>
    <message>
        <source>{n} of {total} facilities</source>
        <translation>{n} av {total} vårdenheter</translation>
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
        <source>{n} otherwise</source>
        <translation>{n} på annat sätt</translation>
    </message>
    <message>
        <source>{n} pairs of areas stand several times in KEY: {list}. Each may occur once.</source>
        <translation>Par av områden som förekommer flera gånger i KEY ({n} st): {list}. Varje par får finnas en gång.</translation>
    </message>
    <message>
        <source>{n} pairs of facilities have the same name and type near each other; both are kept: {list}.</source>
        <translation>{n} par av vårdenheter har samma namn och typ nära varandra; båda behålls: {list}.</translation>
    </message>
    <message>
        <source>{n} pairs of origin and facility come more than once in {layer}: {list}. Make the matrix again.</source>
        <translation>Par av befolkningspunkt och vårdenhet som förekommer mer än en gång i {layer} ({n} st): {list}. Skapa matrisen på nytt.</translation>
    </message>
    <message>
        <source>{n} pairs of zones cover the same land, {km2} km² in all; people there are counted in both: {list}.</source>
        <translation>{n} par av zoner täcker samma mark, sammanlagt {km2} km². Invånarna där räknas i båda: {list}.</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} invånare</translation>
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
        <source>{n} people squares lie near the border. {out} of them, of fewer than {minimum} people each and {people} in all, were left out; {hidden} numbers of age groups are empty.</source>
        <translation>{n} rutor med invånare ligger nära gränsen. {out} av dem, med färre än {minimum} invånare var och {people} tillsammans, utelämnades; {hidden} tal för åldersgrupper är tomma.</translation>
    </message>
    <message>
        <source>{n} people squares of the file are already in the workspace as another region's, and were left out so that nobody counts twice: {list}.</source>
        <translation>{n} rutor med invånare i filen finns redan i arbetsytan som en annan regions, och utelämnades så att ingen räknas två gånger: {list}.</translation>
    </message>
    <message>
        <source>{n} percentage points</source>
        <translation>{n} procentenheter</translation>
    </message>
    <message>
        <source>{n} places could not be checked against the region: neither REGION_AREAS nor the workspace has areas.</source>
        <translation>{n} lägen kunde inte kontrolleras mot regionen: varken REGION_AREAS eller arbetsytan har några områden.</translation>
    </message>
    <message>
        <source>{n} plans came without an area and stand in the table without one: {names}</source>
        <translation>{n} planer kom utan yta och står i tabellen utan yta: {names}</translation>
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
        <source>{n} points have no number of people in {field}: features {list}. Correct them first.</source>
        <translation>Punkter utan antal invånare i {field} ({n} st): objekt {list}. Rätta dem först.</translation>
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
        <source>{n} points with people of the region are not in the file and were removed, such as {list}.</source>
        <translation>{n} punkter med invånare i regionen finns inte i filen och togs bort, till exempel {list}.</translation>
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
        <source>{n} polygons are empty or cannot be drawn, and are left out: {list}.</source>
        <translation>Ytor som är tomma eller inte kan ritas utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} polygons have no zone id, and are left out: {list}.</source>
        <translation>Ytor utan zon-id utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} polygons were not valid and have been repaired: {list}.</source>
        <translation>Ogiltiga ytor reparerades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} provisions are for care: the category Vård, or a letter that begins with D.</source>
        <translation>{n} bestämmelser gäller vård: kategorin Vård, eller en beteckning som börjar på D.</translation>
    </message>
    <message>
        <source>{n} provisions are replaced by others that the catalogue does not have: {ids}</source>
        <translation>{n} bestämmelser är ersatta av andra som inte finns i katalogen: {ids}</translation>
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
        <source>{n} rows do not tell both huvudman and driftsform, which are not guessed: {words}.</source>
        <translation>{n} rader säger inte både huvudman och driftsform, och de gissas inte: {words}.</translation>
    </message>
    <message>
        <source>{n} rows have a driftsform that is not known; it is left empty: {words}.</source>
        <translation>{n} rader har en driftsform som inte är känd; den lämnas tom: {words}.</translation>
    </message>
    <message>
        <source>{n} rows have a huvudman that is not known; it is left empty: {words}.</source>
        <translation>{n} rader har en huvudman som inte är känd; den lämnas tom: {words}.</translation>
    </message>
    <message>
        <source>{n} rows have a municipality in another county than their region: {words}.</source>
        <translation>{n} rader har en kommun i ett annat län än sin region: {words}.</translation>
    </message>
    <message>
        <source>{n} rows have a municipality that is not known: {words}.</source>
        <translation>{n} rader har en kommun som inte är känd: {words}.</translation>
    </message>
    <message>
        <source>{n} rows have a ratio that does not fit their points per person: {list}. Ask for a corrected file.</source>
        <translation>Rader vars kvot inte stämmer med poängen per person ({n} st): {list}. Begär en rättad fil.</translation>
    </message>
    <message>
        <source>{n} rows have a region code of one digit; it got its leading 0 back.</source>
        <translation>Länskoder med en siffra fick tillbaka sin inledande nolla ({n} st).</translation>
    </message>
    <message>
        <source>{n} rows have a region that is not known: {words}.</source>
        <translation>{n} rader har en region som inte är känd: {words}.</translation>
    </message>
    <message>
        <source>{n} rows have north and east in each other's place; they were put right: rows {list}.</source>
        <translation>{n} rader har norr och öst på varandras plats; de har rättats: rader {list}.</translation>
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
        <source>{n} rows of the follow-up have an amount below 0: rows {list}. Correct them first.</source>
        <translation>Rader i uppföljningen med ett belopp under 0 ({n} st): rad {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of the follow-up have another word than lower or higher in better: rows {list}. Correct them first.</source>
        <translation>Rader i uppföljningen med ett annat ord än lower eller higher i better ({n} st): rad {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of the follow-up have no number in {field}: rows {list}. Leave the cell empty where nothing was measured.</source>
        <translation>Rader i uppföljningen utan tal i {field} ({n} st): rad {list}. Lämna cellen tom där inget har mätts.</translation>
    </message>
    <message>
        <source>{n} rows of the follow-up have no year: rows {list}. Write it as 2024.</source>
        <translation>Rader i uppföljningen utan år ({n} st): rad {list}. Skriv året som 2024.</translation>
    </message>
    <message>
        <source>{n} rows of the follow-up lack a unit, an effort or an indicator: rows {list}. Correct them first.</source>
        <translation>Rader i uppföljningen utan vårdenhet, insats eller mått ({n} st): rad {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of the same units and dates are no longer in the table and were removed, such as {list}.</source>
        <translation>{n} rader för samma enheter och datum finns inte längre i tabellen och togs bort, till exempel {list}.</translation>
    </message>
    <message>
        <source>{n} rows of unit, effort and indicator had money; {measured} of them have a measured change.</source>
        <translation>Rader (vårdenhet, insats och mått) med pengar: {n}; {measured} av dem har en uppmätt förändring.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} are repeated ({fields}): {list}. Each may occur once.</source>
        <translation>Rader i {layer} som upprepas ({fields}; {n} st): {list}. Var och en får finnas en gång.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} do not lead from the vintage of the areas, and are left out.</source>
        <translation>Rader i {layer} som inte utgår från områdenas årgång utelämnades ({n} st).</translation>
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
        <source>{n} rows of {layer} have no area code, and are left out.</source>
        <translation>Rader i {layer} utan områdeskod utelämnades ({n} st).</translation>
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
        <source>{n} rows of {layer} lack a code, a whole year or an age group: {list}. Correct them first.</source>
        <translation>Rader i {layer} utan kod, helt årtal eller åldersgrupp ({n} st): {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} lack a service or an age group: {list}. Correct them first.</source>
        <translation>Rader i {layer} utan vårdslag eller åldersgrupp ({n} st): {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} rows of {layer} lead to another vintage, and are left out.</source>
        <translation>Rader i {layer} som leder till en annan årgång utelämnades ({n} st).</translation>
    </message>
    <message>
        <source>{n} rows of {layer} lead to no code, and are left out.</source>
        <translation>Rader i {layer} som inte leder till någon kod utelämnades ({n} st).</translation>
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
        <source>{n} rows repeat a facility with other services or nothing new; they were joined.</source>
        <translation>{n} rader upprepar en vårdenhet med annat utbud eller inget nytt; de har förts samman.</translation>
    </message>
    <message>
        <source>{n} rows say of the owner what is not known here; huvudman and driftsform are left empty: {words}.</source>
        <translation>{n} rader har en ägarform som inte är känd här; huvudman och driftsform lämnas tomma: {words}.</translation>
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
        <source>{n} services in cells are not known and were left out: {words}.</source>
        <translation>{n} utbud i celler är inte kända och har utelämnats: {words}.</translation>
    </message>
    <message>
        <source>{n} services in the workspace are no longer in the sheet; they are kept.</source>
        <translation>{n} utbud i arbetsytan finns inte längre i bladet; de behålls.</translation>
    </message>
    <message>
        <source>{n} services of {layer} are not in the plugin's list of services; they are shown by their id: {list}.</source>
        <translation>Funktioner och specialiteter i {layer} som inte finns i tilläggets lista visas med sitt id ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} services, {ages} ages.</source>
        <translation>Vårdslag: {n}. Åldersgrupper: {ages}.</translation>
    </message>
    <message>
        <source>{n} sites chosen: {list}.</source>
        <translation>Valda platser ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} sources, {stale} of them old. A source whose box is not checked is never called.</source>
        <translation>{n} källor, varav {stale} gamla. En källa som inte är ibockad anropas aldrig.</translation>
    </message>
    <message>
        <source>{n} squares have a number in {field} that is not whole people: {list}. Correct them first.</source>
        <translation>{n} rutor har ett tal i {field} som inte är hela personer: {list}. Rätta dem först.</translation>
    </message>
    <message>
        <source>{n} squares have more of the group than people ({over} too many in all); they are counted as all of the people: {list}.</source>
        <translation>Rutor med fler i gruppen än invånare (sammanlagt {over} för många) räknas som alla invånare i rutan ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} squares lack one of the ages that others have; it is empty there.</source>
        <translation>{n} rutor saknar någon av de åldrar som andra har; den är tom där.</translation>
    </message>
    <message>
        <source>{n} squares lack one of these ages; it is empty there.</source>
        <translation>{n} rutor saknar någon av dessa åldrar; den är tom där.</translation>
    </message>
    <message>
        <source>{n} squares share their id with a smaller square of another region in the workspace; here they are called by it and {mark}.</source>
        <translation>{n} rutor har samma id som en mindre ruta i en annan region i arbetsytan; här heter de så med tillägget {mark}.</translation>
    </message>
    <message>
        <source>{n} squares stand several times in INPUT: {list}. Each may occur once; add them up, or choose one year.</source>
        <translation>{n} rutor förekommer flera gånger i INPUT: {list}. Var och en får förekomma en gång; lägg ihop dem, eller välj ett år.</translation>
    </message>
    <message>
        <source>{n} squares with a side of {side} m.</source>
        <translation>{n} rutor med sidan {side} m.</translation>
    </message>
    <message>
        <source>{n} squares with {people} people ({date}) have their centres in region {region}.</source>
        <translation>{n} rutor med {people} invånare ({date}) har sin mittpunkt i region {region}.</translation>
    </message>
    <message>
        <source>{n} squares with {people} people have no usable place and are left out: {list}.</source>
        <translation>Rutor utan användbart läge utelämnades ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} squares with {people} people have their centres at sea or abroad; they are counted where most of their ground in Sweden is.</source>
        <translation>{n} rutor med {people} invånare har sin mittpunkt i havet eller utomlands; de räknas där det mesta av deras mark i Sverige ligger.</translation>
    </message>
    <message>
        <source>{n} squares with {people} people in the box around the region belong to other regions, and were left out.</source>
        <translation>{n} rutor med {people} invånare i rektangeln kring regionen hör till andra regioner och utelämnades.</translation>
    </message>
    <message>
        <source>{n} squares with {people} people lie in areas without a figure. They have no result and are nobody's neighbours: {list}.</source>
        <translation>Rutor i områden utan uppgift får inget resultat och är ingens grannar ({n} st, {people} invånare): {list}.</translation>
    </message>
    <message>
        <source>{n} squares with {people} people lie in no area of the region ({division}) and were left out: they are a neighbour's, or lie in the sea.</source>
        <translation>{n} rutor med {people} invånare ligger inte i något av regionens områden ({division}) och utelämnades: de är en grannes, eller ligger i havet.</translation>
    </message>
    <message>
        <source>{n} squares with {people} people reach into the region but have their centres outside its areas. They were left out: they may be a neighbour's. Fetch the areas of the neighbouring regions, too, and the question is settled.</source>
        <translation>{n} rutor med {people} invånare når in i regionen men har sin mittpunkt utanför dess områden. De utelämnades: de kan vara en grannes. Hämta grannregionernas områden också, så är frågan avgjord.</translation>
    </message>
    <message>
        <source>{n} squares with {people} people; {share} of them belong to the group.</source>
        <translation>Rutor: {n}, med {people} invånare; {share} av dem hör till gruppen.</translation>
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
        <source>{n} sums of a column within its group would tell a hidden number, since there is no other to hide with it ({list}). Do not publish those sums, or join groups.</source>
        <translation>Summor av en kolumn inom sin grupp som skulle röja ett dolt tal, eftersom det inte finns något annat att dölja med det ({n} st: {list}). Publicera inte de summorna, eller slå ihop grupper.</translation>
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
        <source>{n} texts in {field} of {layer} are no numbers, and stand as missing: {list}.</source>
        <translation>Texter i {field} i {layer} som inte är tal räknas som saknade ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} texts in {field} of {layer} say no year, and their rows are left out: {list}.</source>
        <translation>Rader i {layer} vars text i {field} inte anger något år utelämnades ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} totals of municipalities, regions or the nation stand in the table; {apart} differ from the sum of their areas.</source>
        <translation>Tabellen har {n} summor för kommuner, regioner eller riket; {apart} skiljer sig från summan av sina områden.</translation>
    </message>
    <message>
        <source>{n} totals would tell a hidden number of their row: {list}. Hide those rows, or add their parts.</source>
        <translation>Totaler som skulle röja ett dolt tal i sin rad ({n} st): {list}. Dölj de raderna, eller slå ihop delarna.</translation>
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
        <source>{n} units are not in the follow-up at all: {list}.</source>
        <translation>Vårdenheter som inte alls finns i uppföljningen ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units had an amount the year before but have nobody listed, and get 0 whatever MAX_CHANGE says: {list}.</source>
        <translation>Vårdenheter som hade ett belopp året före men inte har några listade får 0, oavsett MAX_CHANGE ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units had nothing the year before, and are not held by MAX_CHANGE: {list}.</source>
        <translation>Vårdenheter som inte hade något året före begränsas inte av MAX_CHANGE ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units have an amount in UNITS but 0 kronor in every row of the follow-up, and count as units without a grant: {list}. Check that UNITS is of a year that is followed up.</source>
        <translation>Vårdenheter som har ett belopp i UNITS men 0 kronor på varje rad i uppföljningen räknas som vårdenheter utan utvecklingspeng ({n} st): {list}. Kontrollera att UNITS gäller ett år som är uppföljt.</translation>
    </message>
    <message>
        <source>{n} units have efforts whose money is not told or is 0 while the unit has other money, and stand in no sum: {list}.</source>
        <translation>Vårdenheter med insatser vars pengar inte är angivna, eller är 0 medan vårdenheten har andra pengar, ingår inte i någon summa ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units have listed from so few areas that the index would tell of few people; they are not shown: {list}.</source>
        <translation>Vårdenheter med listade från så få områden att indexet skulle röja uppgifter om få personer visas inte ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units have listed in areas without index, who are left out of it: {list}.</source>
        <translation>Vårdenheter med listade i områden utan index, vilka inte ingår i vårdenhetens index ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units have no amount in UNITS and no row in the follow-up, so nothing is known of them: {list}.</source>
        <translation>Vårdenheter utan belopp i UNITS och utan rad i uppföljningen, som inget är känt om ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units have no listed in LISTINGS, and no index of them: {list}.</source>
        <translation>Vårdenheter utan listade i LISTINGS får inget index för dem ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units have no number of listed and were left out, without an amount: {list}.</source>
        <translation>Vårdenheter utan antal listade utelämnades och får inget belopp ({n} st): {list}.</translation>
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
        <source>{n} units have rows of the same dates in the workspace and none in the table; theirs are left as they were: {list}.</source>
        <translation>{n} enheter har rader för samma datum i arbetsytan men inga i tabellen; deras rader lämnas som de var: {list}.</translation>
    </message>
    <message>
        <source>{n} units have so few listed that they are not shown: {list}.</source>
        <translation>Vårdenheter med så få listade att de inte visas ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units of PROCEDURES have no row in MATRIX, so nobody can be moved there: {list}.</source>
        <translation>Vårdenheter i PROCEDURES utan rad i MATRIX, dit ingen kan flyttas ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units of the follow-up are not in UNITS: {list}.</source>
        <translation>Vårdenheter i uppföljningen som inte finns i UNITS ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units stand in no area and have no index_area: {list}.</source>
        <translation>Vårdenheter som inte ligger i något område saknar index_area ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} units were compared with their capacity (listade): {same} are the same, {hidden} differ by what hidden cells can hold, {odd} by something else.</source>
        <translation>{n} enheter jämfördes med sin kapacitet (listade): {same} stämmer, {hidden} skiljer sig med vad dolda celler kan rymma, {odd} av något annat skäl.</translation>
    </message>
    <message>
        <source>{n} units with listed have no value, or one below 0, in {field}: {list}. Every unit's share depends on it; correct them first.</source>
        <translation>Vårdenheter med listade som saknar värde, eller har ett under 0, i {field} ({n} st): {list}. Alla vårdenheters andelar beror på det; rätta dem först.</translation>
    </message>
    <message>
        <source>{n} units, with {people} listed, are not among the workspace's facilities (a neighbour's, or another id); they are kept: {list}.</source>
        <translation>{n} enheter, med {people} listade, finns inte bland arbetsytans vårdenheter (en grannes, eller ett annat id); de behålls: {list}.</translation>
    </message>
    <message>
        <source>{n} values have no area in the workspace and are not drawn.</source>
        <translation>{n} värden saknar område i arbetsytan och ritas inte.</translation>
    </message>
    <message>
        <source>{n} were drawn twice, as a point and as a building, and are counted once: {list}.</source>
        <translation>{n} var ritade två gånger, som punkt och som byggnad, och räknas en gång: {list}.</translation>
    </message>
    <message>
        <source>{n} were imported from a file before and are left as that import has them: {list}.</source>
        <translation>{n} har tidigare importerats från en fil och är kvar så som den importen har dem: {list}.</translation>
    </message>
    <message>
        <source>{n} words in {layer} are no services of the plugin's list, and count nowhere: {list}.</source>
        <translation>Ord i {layer} som inte är funktioner eller specialiteter ur tilläggets lista räknas ingenstans ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} written “{mark}”</source>
        <translation>{n} skrivna ”{mark}”</translation>
    </message>
    <message>
        <source>{n} years of closing cannot be read and are left empty: {words}.</source>
        <translation>{n} stängningsår går inte att läsa och lämnas tomma: {words}.</translation>
    </message>
    <message>
        <source>{n} years of opening cannot be read and are left empty: {words}.</source>
        <translation>{n} öppningsår går inte att läsa och lämnas tomma: {words}.</translation>
    </message>
    <message>
        <source>{n} zones have several names: {list}. Give each zone one name, or one id per name.</source>
        <translation>Zoner med flera namn ({n} st): {list}. Ge varje zon ett enda namn, eller varje namn ett eget id.</translation>
    </message>
    <message>
        <source>{n} zones hold areas without a value, so that some sums are too small: {list}.</source>
        <translation>Zoner med områden utan värde, så att några summor är för små ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} zones hold no centre of a cell, so that their sums are 0, perhaps too small: {list}. Finer squares, or SPLIT, tell more.</source>
        <translation>Zoner utan någon rutas mittpunkt får summan 0, som kan vara för liten ({n} st): {list}. Mindre rutor, eller SPLIT, ger säkrare summor.</translation>
    </message>
    <message>
        <source>{n} zones lie in several regions, and are kept with the region where most of their areas are: {list}.</source>
        <translation>Zoner som ligger i flera regioner sparas med den region där de flesta av deras områden ligger ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} zones of the same kind stand in the workspace but not here, and are kept: {list}.</source>
        <translation>Zoner av samma slag som finns i arbetsytan men inte här behålls ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n} zones overlap no area, and have no sums: {list}.</source>
        <translation>Zoner som inte överlappar något område får inga summor ({n} st): {list}.</translation>
    </message>
    <message>
        <source>{n}, of them {unplaced} without a place</source>
        <translation>{n}, varav {unplaced} utan läge</translation>
    </message>
    <message>
        <source>{older} or {newer}</source>
        <translation>{older} och {newer}</translation>
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
        <source>{path} cannot be written: {reason}. Choose another folder.</source>
        <translation>{path} kan inte skrivas: {reason}. Välj en annan mapp.</translation>
    </message>
    <message>
        <source>{path} could not be brought from schema {found} to {wanted} and was left as it was: {detail}. Keep a copy of the file and report this.</source>
        <translation>{path} kunde inte uppdateras från schema {found} till {wanted} och lämnades som den var: {detail}. Spara en kopia av filen och rapportera felet.</translation>
    </message>
    <message>
        <source>{path} could not be opened. Check the connection in QGIS.</source>
        <translation>{path} kunde inte öppnas. Kontrollera anslutningen i QGIS.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. Choose another folder.</source>
        <translation>{path} kunde inte skrivas: {reason}. Välj en annan mapp.</translation>
    </message>
    <message>
        <source>{path} has the older schema {found} and has to be brought to {known}, which needs the right to write to it. Run "Create workspace" on it, which brings it up to date.</source>
        <translation>{path} har det äldre schemat {found} och måste uppdateras till {known}, vilket kräver skrivrätt till filen. Kör ”Skapa arbetsyta” på den, så uppdateras den.</translation>
    </message>
    <message>
        <source>{path} is a folder. It holds: {list}.</source>
        <translation>{path} är en mapp. Den innehåller: {list}.</translation>
    </message>
    <message>
        <source>{path} is neither a zip file nor a folder. Give a GTFS zip file, or the folder with its text files.</source>
        <translation>{path} är varken en zip-fil eller en mapp. Ange en GTFS-fil (zip) eller mappen med dess textfiler.</translation>
    </message>
    <message>
        <source>{path} is no frozen basis, or its manifest is damaged ({where}: {problem}).</source>
        <translation>{path} är inget fryst underlag, eller så är dess manifest skadat ({where}: {problem}).</translation>
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
        <source>{path} is something else than an exchange file and was not overwritten. Choose another name.</source>
        <translation>{path} är något annat än en utbytesfil och skrevs inte över. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>{path} is the workspace of {found}, not of {wanted}. Choose another name or region.</source>
        <translation>{path} är arbetsytan för {found}, inte för {wanted}. Välj ett annat namn eller en annan region.</translation>
    </message>
    <message>
        <source>{path} is there already, and may have been filled in. Move it, or choose another folder.</source>
        <translation>{path} finns redan och kan vara ifylld. Flytta den eller välj en annan mapp.</translation>
    </message>
    <message>
        <source>{path} lies on a server. A GeoPackage there is safe for one person at a time: when two write at once, one can spoil the other's work. Let one person write, or keep the workspace in PostgreSQL, which is made for several.</source>
        <translation>{path} ligger på en server. Där är en GeoPackage säker för en person i taget: skriver två samtidigt kan den ena förstöra den andras arbete. Låt en person skriva, eller lägg arbetsytan i PostgreSQL, som är gjort för flera.</translation>
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
        <source>{path}: {facilities} facilities, {services} services, {capacity} rows of capacity and {people} people squares of region {region}.</source>
        <translation>{path}: {facilities} vårdenheter, {services} rader utbud, {capacity} rader kapacitet och {people} rutor med invånare i region {region}.</translation>
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
        <source>{people} of them are in the most disadvantaged fifth.</source>
        <translation>{people} av dem hör till den mest utsatta femtedelen.</translation>
    </message>
    <message>
        <source>{people} of them, in {n} areas, have no known place to go: nobody else of the area is listed at a remaining centre, and MATRIX names none.</source>
        <translation>{people} av dem (områden: {n}) har ingen känd vårdcentral att gå till: ingen annan i området är listad vid en kvarvarande vårdcentral, och MATRIX anger ingen.</translation>
    </message>
    <message>
        <source>{people} people ({share}) live where there is no value (areas: {areas}), for instance because nothing can be reached. They are in no measure, and may have it worst of all.</source>
        <translation>{people} invånare ({share}) bor där värde saknas (områden: {areas}), till exempel för att inget finns inom räckhåll. De ingår inte i något mått, och kan ha det sämst av alla.</translation>
    </message>
    <message>
        <source>{people} people at {n} points are in no area of AREAS: {list}.</source>
        <translation>{people} invånare (punkter: {n}) hör inte till något område i AREAS: {list}.</translation>
    </message>
    <message>
        <source>{people} people belong to none of the groups; they are a group of their own, the rest. If somebody can belong to two of the groups, the multigroup measures mean nothing.</source>
        <translation>{people} invånare hör inte till någon av grupperna; de är en egen grupp, övriga. Om någon kan höra till två av grupperna säger måtten för flera grupper ingenting.</translation>
    </message>
    <message>
        <source>{people} people in {n} areas have a value; {without} have none.</source>
        <translation>{people} invånare (områden: {n}) har ett värde; {without} saknar värde.</translation>
    </message>
    <message>
        <source>{people} people in {n} areas have great need and poor access (class 3-3): {share} per cent of all people in AREAS. Were need and access independent of each other, it would be about {expected} per cent of those in a class.</source>
        <translation>{people} invånare (områden: {n}) har stort vårdbehov och dålig geografisk tillgänglighet (klass 3-3): {share} procent av alla invånare i AREAS. Vore vårdbehov och geografisk tillgänglighet oberoende av varandra skulle det vara ungefär {expected} procent av dem som har en klass.</translation>
    </message>
    <message>
        <source>{people} people in {n} squares ({date}). The areas of the workspace have no population to compare with.</source>
        <translation>{people} invånare i {n} rutor ({date}). Arbetsytans områden har ingen folkmängd att jämföra med.</translation>
    </message>
    <message>
        <source>{people} people live where there is no rank (areas: {areas}), and are in no measure.</source>
        <translation>{people} invånare bor där rang saknas (områden: {areas}), och ingår inte i något mått.</translation>
    </message>
    <message>
        <source>{people} people reach no unit of their own region; nobody counts as a patient from there.</source>
        <translation>{people} invånare når ingen vårdenhet i sin egen region; därifrån räknas ingen som patient.</translation>
    </message>
    <message>
        <source>{place} answered with {found} where {expected} was expected: {detail}. It may be a login page of the network, or a message from the source; open the address in a browser.</source>
        <translation>{place} svarade med {found} där {expected} väntades: {detail}. Det kan vara nätverkets inloggningssida eller ett meddelande från källan; öppna adressen i en webbläsare.</translation>
    </message>
    <message>
        <source>{place} did not answer ({detail}). Check the network and QGIS's proxy settings, or ask the IT department whether the address is open.</source>
        <translation>{place} svarade inte ({detail}). Kontrollera nätverket och proxyinställningarna i QGIS, eller fråga IT-avdelningen om adressen är öppen.</translation>
    </message>
    <message>
        <source>{place} does not accept the question (code {status}): {detail}</source>
        <translation>{place} godtar inte frågan (kod {status}): {detail}</translation>
    </message>
    <message>
        <source>{place} gave an empty answer. {detail} Check the choices, or try again later.</source>
        <translation>{place} gav ett tomt svar. {detail} Kontrollera valen eller försök igen senare.</translation>
    </message>
    <message>
        <source>{place} gave up half way: "{text}". Ask for a smaller area, or try again later.</source>
        <translation>{place} gav upp halvvägs: "{text}". Fråga efter ett mindre område, eller försök igen senare.</translation>
    </message>
    <message>
        <source>{place} gave {got} objects but says that there are {expected}. Try again.</source>
        <translation>{place} gav {got} objekt men säger att det finns {expected}. Försök igen.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own (code {status}): {detail}. Try again later.</source>
        <translation>{place} har ett eget fel (kod {status}): {detail}. Försök igen senare.</translation>
    </message>
    <message>
        <source>{place} has had as many calls as it allows, also after waiting: {detail}. Try again later; the limit may be by the day or month.</source>
        <translation>{place} har fått så många anrop som tillåts, även efter väntan: {detail}. Försök igen senare; gränsen kan gälla per dag eller månad.</translation>
    </message>
    <message>
        <source>{place} has had as many calls as it allows, also after waiting; it asks for {seconds} seconds more. Try again after that. {detail}</source>
        <translation>{place} har fått så många anrop som tillåts, även efter väntan; källan ber om {seconds} sekunder till. Försök igen efter det. {detail}</translation>
    </message>
    <message>
        <source>{place} has {n} layers that are a homogenised road network (lines with a field F_Hogst…), and must have one. Its layers are: {names}. In Lastkajen, order the homogenised network as a GeoPackage.</source>
        <translation>{place} har {n} lager som är ett homogeniserat vägnät (linjer med ett fält F_Hogst…), och måste ha ett. Lagren är: {names}. Beställ det homogeniserade vägnätet som GeoPackage i Lastkajen.</translation>
    </message>
    <message>
        <source>{place} is not there: {detail}. The source may have moved; check its address, or the choices made.</source>
        <translation>{place} finns inte: {detail}. Källan kan ha flyttat; kontrollera adressen eller valen som gjorts.</translation>
    </message>
    <message>
        <source>{place} refused (code {status}): {detail}. Check the key or account chosen here, and that it covers this product.</source>
        <translation>{place} nekade (kod {status}): {detail}. Kontrollera nyckeln eller kontot som är valt här, och att det gäller denna produkt.</translation>
    </message>
    <message>
        <source>{place} was silent for {seconds} seconds, so the fetching was ended. Try again later.</source>
        <translation>{place} var tyst i {seconds} sekunder, så hämtningen avbröts. Försök igen senare.</translation>
    </message>
    <message>
        <source>{points} origins reach supply that no demand is counted on; their access is 0.</source>
        <translation>Befolkningspunkter som når utbud som ingen efterfrågan räknas på: {points} st; deras access är 0.</translation>
    </message>
    <message>
        <source>{problem} The other vintage of the division is the theme {theme}. {note}</source>
        <translation>{problem} Indelningens andra årgång är temat {theme}. {note}</translation>
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
        <source>{reference} {name} has been frozen already, which the workspace remembers. Choose another name, such as one with a number of its version.</source>
        <translation>{reference} {name} har redan frysts, vilket arbetsytan minns. Välj ett annat namn, till exempel ett med ett versionsnummer.</translation>
    </message>
    <message>
        <source>{region}: all {n} types that every region has are in the register.</source>
        <translation>{region}: alla {n} typer som varje region har finns i registret.</translation>
    </message>
    <message>
        <source>{region}: {missing} of {n} types that every region has are not in the register.</source>
        <translation>{region}: {missing} av {n} typer som varje region har finns inte i registret.</translation>
    </message>
    <message>
        <source>{rule} by {where}</source>
        <translation>{rule} efter {where}</translation>
    </message>
    <message>
        <source>{services} services and {capacity} capacity rows were added or changed.</source>
        <translation>{services} utbud och {capacity} kapacitetsrader tillkom eller ändrades.</translation>
    </message>
    <message>
        <source>{service}: demand per year</source>
        <translation>{service}: efterfrågan per år</translation>
    </message>
    <message>
        <source>{service}: per person, 1 = mean of all</source>
        <translation>{service}: per person, 1 = medelvärdet för alla</translation>
    </message>
    <message>
        <source>{share} % of {people} listed people are listed at their area's nearest unit.</source>
        <translation>{share} % av {people} listade är listade vid sitt områdes närmaste vårdenhet.</translation>
    </message>
    <message>
        <source>{share} of the inequality lies between the groups of {group}.</source>
        <translation>{share} av ojämlikheten finns mellan grupperna i {group}.</translation>
    </message>
    <message>
        <source>{share} of the inequality lies within the groups of {group}.</source>
        <translation>{share} av ojämlikheten finns inom grupperna i {group}.</translation>
    </message>
    <message>
        <source>{share} of the people have less than {line}.</source>
        <translation>{share} av invånarna har mindre än {line}.</translation>
    </message>
    <message>
        <source>{share} of the people have more than {line}.</source>
        <translation>{share} av invånarna har mer än {line}.</translation>
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
        <source>{source} needs a key or an account. Make one at the source, keep it in QGIS's authentication store (Settings, Options, Authentication), and choose it here.</source>
        <translation>{source} kräver en nyckel eller ett konto. Skaffa det hos källan, lägg det i QGIS autentiseringsregister (Inställningar, Alternativ, Autentisering) och välj det här.</translation>
    </message>
    <message>
        <source>{source}, changed {date}</source>
        <translation>{source}, ändrad {date}</translation>
    </message>
    <message>
        <source>{source}: {added} rows added, {changed} changed, {removed} removed, {unchanged} unchanged.</source>
        <translation>{source}: {added} rader tillkom, {changed} ändrades, {removed} togs bort, {unchanged} oförändrade.</translation>
    </message>
    <message>
        <source>{source}: {status}. {said}</source>
        <translation>{source}: {status}. {said}</translation>
    </message>
    <message>
        <source>{subject} has no figures for region {region}.</source>
        <translation>{subject} har inga uppgifter för region {region}.</translation>
    </message>
    <message>
        <source>{subject} has no figures for these choices.</source>
        <translation>{subject} har inga uppgifter för dessa val.</translation>
    </message>
    <message>
        <source>{subject} has no figures of {years}. It has {first} to {last}.</source>
        <translation>{subject} har inga uppgifter för {years}. Det har {first} till {last}.</translation>
    </message>
    <message>
        <source>{subject} has no variable {unknown}. It has: {names}.</source>
        <translation>{subject} har ingen variabel {unknown}. Det har: {names}.</translation>
    </message>
    <message>
        <source>{subject} has other sexes than asked for: {list}.</source>
        <translation>{subject} har andra kön än de som efterfrågades: {list}.</translation>
    </message>
    <message>
        <source>{table} exists for RegSO, and for no smaller areas. The tool areatypes gives a DeSO its RegSO's value, marked as such.</source>
        <translation>{table} finns per RegSO och inte för mindre områden. Verktyget areatypes ger en DeSO värdet för dess RegSO, märkt som sådant.</translation>
    </message>
    <message>
        <source>{table} has no areas or no years.</source>
        <translation>{table} saknar områden eller år.</translation>
    </message>
    <message>
        <source>{table} has no figures for region {region}.</source>
        <translation>{table} har inga uppgifter för region {region}.</translation>
    </message>
    <message>
        <source>{table} has no figures for the years {years}. It has {there}.</source>
        <translation>{table} har inga uppgifter för åren {years}. Den har {there}.</translation>
    </message>
    <message>
        <source>{table} has no figures for {level}: the smallest areas that it exists for are {smallest}.</source>
        <translation>{table} har inga uppgifter per {level}: den minsta nivå som finns är {smallest}.</translation>
    </message>
    <message>
        <source>{table} has no figures of {years}.</source>
        <translation>{table} har inga uppgifter för {years}.</translation>
    </message>
    <message>
        <source>{table} has no figures of {years}. It has {first} to {last}.</source>
        <translation>{table} har inga uppgifter för {years}. Den har {first} till {last}.</translation>
    </message>
    <message>
        <source>{table} has not changed at its source since {updated}: nothing was fetched, and the {n} rows stand.</source>
        <translation>{table} har inte ändrats hos källan sedan {updated}: inget hämtades, och de {n} raderna står kvar.</translation>
    </message>
    <message>
        <source>{table} would be fetched in {n} parts, as {cells} figures were asked for.</source>
        <translation>{table} skulle hämtas i {n} delar, eftersom {cells} uppgifter efterfrågades.</translation>
    </message>
    <message>
        <source>{table}: {areas} areas ({division}), {years}; figures called {names}.</source>
        <translation>{table}: {areas} områden ({division}), {years}; uppgifterna heter {names}.</translation>
    </message>
    <message>
        <source>{text} Change the choices and run the tool again.</source>
        <translation>{text} Ändra valen och kör verktyget igen.</translation>
    </message>
    <message>
        <source>{text} stands in it where a number should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: straight line, not by road</source>
        <translation>{text}: fågelväg, ej vägnät</translation>
    </message>
    <message>
        <source>{total} facilities</source>
        <translation>{total} vårdenheter</translation>
    </message>
    <message>
        <source>{type} ({share}, {people} people)</source>
        <translation>{type} ({share}, {people} invånare)</translation>
    </message>
    <message>
        <source>{type} that offer {service}</source>
        <translation>{type} som har {service}</translation>
    </message>
    <message>
        <source>{value} ({year})</source>
        <translation>{value} ({year})</translation>
    </message>
    <message>
        <source>{value} cannot stand in the field {field}, which holds numbers. Correct the row of CHANGES.</source>
        <translation>{value} kan inte stå i fältet {field}, som innehåller tal. Rätta raden i CHANGES.</translation>
    </message>
    <message>
        <source>{value} of the group would have to move for it to be equally many per km² everywhere.</source>
        <translation>{value} av gruppen skulle behöva flytta för att den ska vara lika många per km² överallt.</translation>
    </message>
    <message>
        <source>{value} of the group would have to move to another area for it to be evenly spread.</source>
        <translation>{value} av gruppen skulle behöva flytta till ett annat område för att den ska vara jämnt fördelad.</translation>
    </message>
    <message>
        <source>{value}: on average {bottom} for the most disadvantaged fifth of the people ({worst}) and {top} for the least disadvantaged fifth.</source>
        <translation>{value}: i genomsnitt {bottom} för den mest utsatta femtedelen av invånarna ({worst}) och {top} för den minst utsatta femtedelen.</translation>
    </message>
    <message>
        <source>{variable}: {counts}; sum {sum}.</source>
        <translation>{variable}: {counts}; summa {sum}.</translation>
    </message>
    <message>
        <source>{year} is not in the forecast of {n} places; their people lie on a straight line between the years that are.</source>
        <translation>{year} finns inte i prognosen för kommuner eller län ({n} st); deras invånare läggs på en rät linje mellan de år som finns.</translation>
    </message>
    <message>
        <source>{year}: {people} forecast people of {n} places have nobody today to be shared out by, and their areas have no value: {list}.</source>
        <translation>{year}: {people} invånare i prognosen (kommuner eller län: {n}) har inga invånare i dag att fördelas efter, och deras områden får inget värde: {list}.</translation>
    </message>
    <message>
        <source>{year}: {people} people in {n} areas.</source>
        <translation>{year}: {people} invånare (områden: {n}).</translation>
    </message>
    <message>
        <source>© OpenStreetMap contributors, ODbL 1.0 ({date}): whoever passes on a database made from it does so under the same licence.</source>
        <translation>© OpenStreetMap contributors, ODbL 1.0 ({date}): den som lämnar vidare en databas som gjorts av den gör det under samma licens.</translation>
    </message>
    <message>
        <source>© OpenStreetMap contributors, ODbL 1.0: name the source, and share what is derived from it alike. OpenStreetMap is incomplete for health centres: what is missing here may exist.</source>
        <translation>© OpenStreetMaps bidragsgivare, ODbL 1.0: ange källan, och dela det som härleds ur den på samma villkor. OpenStreetMap är ofullständig för vårdcentraler: det som saknas här kan ändå finnas.</translation>
    </message>
</context>
</TS>
