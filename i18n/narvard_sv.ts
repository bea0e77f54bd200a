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
        <source>0.8 makes every drive a quarter longer. Walking, cycling and ferries keep their speed.</source>
        <translation>0,8 gör varje körning en fjärdedel längre. Gång, cykel och färjor behåller sin hastighet.</translation>
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
        <source>90th percentile of travel time (min)</source>
        <translation>Restidens 90:e percentil (min)</translation>
    </message>
    <message>
        <source>A file made by Compile road network. Needed unless travel is in a straight line.</source>
        <translation>En fil från verktyget Skapa vägnätsfil. Krävs om resan inte följer fågelvägen.</translation>
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
        <source>Area (km²)</source>
        <translation>Yta (km²)</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <source>Bicycle</source>
        <translation>Cykel</translation>
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
        <source>Cancelled; nothing was written.</source>
        <translation>Avbrutet; inget skrevs.</translation>
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
        <source>Compile road network</source>
        <translation>Skapa vägnätsfil</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Skapa arbetsyta</translation>
    </message>
    <message>
        <source>Delay at each junction (s)</source>
        <translation>Fördröjning i varje korsning (s)</translation>
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
        <source>Each facility has its own areas</source>
        <translation>Varje vårdenhet har egna områden</translation>
    </message>
    <message>
        <source>Each place belongs to the nearest facility</source>
        <translation>Varje plats hör till närmaste vårdenhet</translation>
    </message>
    <message>
        <source>Emergency vehicle</source>
        <translation>Utryckningsfordon</translation>
    </message>
    <message>
        <source>Extent (blank = the whole network)</source>
        <translation>Utbredning (tomt = hela vägnätet)</translation>
    </message>
    <message>
        <source>FORWARD_VALUE and BACKWARD_VALUE are the same, which would close those roads both ways.</source>
        <translation>FORWARD_VALUE och BACKWARD_VALUE är lika, vilket skulle stänga de vägarna i båda riktningarna.</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>Vårdenheter</translation>
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
        <source>Feature</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Fields that I name</source>
        <translation>Fält som jag anger</translation>
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
        <source>From (min)</source>
        <translation>Från (min)</translation>
    </message>
    <message>
        <source>From people to the facility</source>
        <translation>Från invånarna till vårdenheten</translation>
    </message>
    <message>
        <source>From the facility to people</source>
        <translation>Från vårdenheten till invånarna</translation>
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
        <source>Goes before every field that the tool adds, so that results of several runs can stand side by side.</source>
        <translation>Sätts före varje fält som verktyget lägger till, så att resultat från flera körningar kan stå sida vid sida.</translation>
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
        <source>How many people each point stands for. A missing or negative number stops the tool.</source>
        <translation>Hur många invånare varje punkt står för. Ett saknat eller negativt antal stoppar verktyget.</translation>
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

SPEED_FIELD is km/h, SPEED_BACKWARD_FIELD the speed against the line's direction. FORWARD_VALUE in ONEWAY_FIELD means only along the line, BACKWARD_VALUE only against it; any other value means both ways. DEFAULT_SPEED is used and counted where a road has no speed; blank skips such roads. FERRY_SPEED is used on ferries without a speed. JUNCTION_SECONDS is added for each junction that a vehicle passes. WINTER_FACTOR multiplies drive times.

Lines with bad geometry, no length or an absurd speed are left out, counted and listed in SKIPPED. LARGEST_COMPONENT_SHARE is the share of the drivable road length that connects in both directions; under 95 per cent suggests lines that do not meet.

Method: vertices that are no junction are contracted into links, which keeps every travel time exactly.</source>
        <translation>Fogar samman väglinjer till en vägnätsfil (.npz) som restidsverktygen läser på ett ögonblick: skapa den en gång och använd den många gånger, även i modeller. Filen rymmer färdsätten bil, cykel, gång och utryckningsfordon samt färjor.

ROADS är NVDB:s homogeniserade vägnät, linjer från OpenStreetMap så som QGIS öppnar dem (x.osm.pbf) eller andra linjer med fält som du anger. PRESET auto känner igen de två första på kolumnerna. Linjer fogas samman där de delar en brytpunkt inom TOLERANCE meter, även mitt på en linje; linjer som bara korsar varandra, till exempel vid broar, fogas inte samman.

SPEED_FIELD är km/h, SPEED_BACKWARD_FIELD hastigheten mot linjens riktning. FORWARD_VALUE i ONEWAY_FIELD betyder enkelriktat längs linjen, BACKWARD_VALUE enkelriktat mot den; alla andra värden betyder båda riktningarna. DEFAULT_SPEED används där en väg saknar hastighet, och de vägarna räknas; tomt hoppar över dem. FERRY_SPEED används för färjor utan hastighet. JUNCTION_SECONDS läggs till för varje korsning som ett fordon passerar. Körtiderna multipliceras med WINTER_FACTOR.

Linjer med felaktig geometri, utan längd eller med orimlig hastighet utelämnas, räknas och listas i SKIPPED. LARGEST_COMPONENT_SHARE är den andel av den körbara väglängden som hänger ihop i båda riktningarna; under 95 procent tyder på linjer som inte möts.

Metod: brytpunkter som inte är korsningar dras ihop till länkar, vilket bevarar varje restid exakt.</translation>
    </message>
    <message>
        <source>Junctions</source>
        <translation>Korsningar</translation>
    </message>
    <message>
        <source>Kind of road data</source>
        <translation>Typ av vägdata</translation>
    </message>
    <message>
        <source>Links between junctions, each way counted</source>
        <translation>Länkar mellan korsningar, varje riktning räknad</translation>
    </message>
    <message>
        <source>Longest distance to a road (m)</source>
        <translation>Längsta avstånd till väg (m)</translation>
    </message>
    <message>
        <source>Longest travel time (minutes; blank = no limit)</source>
        <translation>Längsta restid (minuter; tomt = ingen gräns)</translation>
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
        <source>Mean travel time (min)</source>
        <translation>Genomsnittlig restid (min)</translation>
    </message>
    <message>
        <source>Median travel time (min)</source>
        <translation>Medianrestid (min)</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Färdsätt</translation>
    </message>
    <message>
        <source>Multiplies the straight distance.</source>
        <translation>Avståndet fågelvägen multipliceras med faktorn.</translation>
    </message>
    <message>
        <source>NVDB, homogenised network</source>
        <translation>NVDB, homogeniserat vägnät</translation>
    </message>
    <message>
        <source>Names each facility in the result; blank = feature id.</source>
        <translation>Namnger varje vårdenhet i resultatet; tomt = objektets id.</translation>
    </message>
    <message>
        <source>Names each point in messages and tables; blank = feature id.</source>
        <translation>Namnger varje punkt i meddelanden och tabeller; tomt = objektets id.</translation>
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
        <source>Needed to report one region while its neighbours take part.</source>
        <translation>Krävs för att redovisa en region medan grannregionerna räknas med.</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Vägnätsfil</translation>
    </message>
    <message>
        <source>No coordinate of the layer lies on the earth. Check that its coordinate reference system is the right one.</source>
        <translation>Ingen koordinat i lagret ligger på jorden. Kontrollera att lagret har rätt koordinatsystem.</translation>
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
        <source>No line has the value {value} in {field}. Check how the field is filled in.</source>
        <translation>Ingen linje har värdet {value} i {field}. Kontrollera hur fältet är ifyllt.</translation>
    </message>
    <message>
        <source>No people were given: the population fields are empty.</source>
        <translation>Ingen befolkning angavs: befolkningsfälten är tomma.</translation>
    </message>
    <message>
        <source>No population field was named: every point counts as one person.</source>
        <translation>Inget befolkningsfält angavs: varje punkt räknas som en invånare.</translation>
    </message>
    <message>
        <source>No row of {layer} has ids of both layers. Choose the same id fields as when the matrix was made. Its first ids are {origins} and {facilities}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speed field was named: every road gets DEFAULT_SPEED.</source>
        <translation>Inget hastighetsfält angavs: alla vägar får DEFAULT_SPEED.</translation>
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
        <source>None of the {n} road lines has any length, so there is no network. Check the layer's geometry.</source>
        <translation>Ingen väglinje av {n} har någon längd, så det blir inget vägnät. Kontrollera lagrets geometri.</translation>
    </message>
    <message>
        <source>Nothing was written: {count} rows of the table "{table}" have a "{column}" that is not in "{parent}", such as {values}. Add those first, or leave the rows out.</source>
        <translation>Inget skrevs: i tabellen ”{table}” har {count} av raderna ett värde i ”{column}” som inte finns i ”{parent}”, till exempel {values}. Lägg till dem först, eller utelämna raderna.</translation>
    </message>
    <message>
        <source>Number of people (field; blank = one per point)</source>
        <translation>Antal invånare (fält; tomt = en per punkt)</translation>
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
        <source>One area for all facilities</source>
        <translation>Ett område för alla vårdenheter</translation>
    </message>
    <message>
        <source>One-way (field)</source>
        <translation>Enkelriktat (fält)</translation>
    </message>
    <message>
        <source>OpenStreetMap</source>
        <translation>OpenStreetMap</translation>
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
        <source>People</source>
        <translation>Befolkning</translation>
    </message>
    <message>
        <source>People (points)</source>
        <translation>Befolkning (punkter)</translation>
    </message>
    <message>
        <source>People in the ring</source>
        <translation>Invånare i ringen</translation>
    </message>
    <message>
        <source>People per facility</source>
        <translation>Invånare per vårdenhet</translation>
    </message>
    <message>
        <source>People who have it as nearest</source>
        <translation>Invånare som har den närmast</translation>
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
        <source>Plan cases</source>
        <translation>Planärenden</translation>
    </message>
    <message>
        <source>Prefix of the added fields</source>
        <translation>Prefix för de nya fälten</translation>
    </message>
    <message>
        <source>REPORT_REGION needs the region fields of both the people and the facilities.</source>
        <translation>REPORT_REGION kräver regionfält för både befolkningen och vårdenheterna.</translation>
    </message>
    <message>
        <source>Reading the roads</source>
        <translation>Läser vägarna</translation>
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
        <source>Region (county code)</source>
        <translation>Region (länskod)</translation>
    </message>
    <message>
        <source>Region of facility {k}</source>
        <translation>Region för vårdenhet {k}</translation>
    </message>
    <message>
        <source>Region of the facilities (field)</source>
        <translation>Vårdenheternas region (fält)</translation>
    </message>
    <message>
        <source>Region of the people (field)</source>
        <translation>Befolkningens region (fält)</translation>
    </message>
    <message>
        <source>Regions to report (codes with ;). All others take part, but are not written</source>
        <translation>Regioner att redovisa (koder med ; emellan). Övriga räknas med men skrivs inte</translation>
    </message>
    <message>
        <source>Rings end at {breaks} minutes.</source>
        <translation>Ringarna slutar vid {breaks} minuter.</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>Vägar</translation>
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
        <source>Rows of the table "{table}" can be added but never changed or removed.</source>
        <translation>Rader i tabellen ”{table}” kan läggas till men aldrig ändras eller tas bort.</translation>
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
        <source>Searching the network</source>
        <translation>Söker i vägnätet</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Slumpfrö</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Utbud</translation>
    </message>
    <message>
        <source>Share of the drivable length in the largest connected part</source>
        <translation>Andel av den körbara väglängden i den största sammanhängande delen</translation>
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
        <source>Someone else is writing to {path}, and was not done within {seconds} seconds. Nothing was written; try again in a while.</source>
        <translation>Någon annan skriver till {path} och blev inte klar inom {seconds} sekunder. Inget skrevs; försök igen om en stund.</translation>
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
        <source>Status</source>
        <translation>Status</translation>
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
        <source>The disk is full, so nothing was written to {path}. Free some space and try again.</source>
        <translation>Disken är full, så inget skrevs till {path}. Frigör utrymme och försök igen.</translation>
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
        <source>The longest travel time must be above 0 minutes. Leave it blank for no limit.</source>
        <translation>Den längsta restiden måste vara över 0 minuter. Lämna tomt för ingen gräns.</translation>
    </message>
    <message>
        <source>The matrix holds straight lines, not travel along roads.</source>
        <translation type="unfinished"></translation>
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
        <source>The network's coordinate reference system is not known here: {text}. Make the network file again.</source>
        <translation>Vägnätets koordinatsystem är okänt här: {text}. Skapa vägnätsfilen på nytt.</translation>
    </message>
    <message>
        <source>The path is {length} characters long and {limit} is the most the file format takes. Choose a shorter name or a folder nearer the top: {path}</source>
        <translation>Sökvägen är {length} tecken lång och filformatet klarar högst {limit}. Välj ett kortare namn eller en mapp högre upp: {path}</translation>
    </message>
    <message>
        <source>The places that people travel to or from.</source>
        <translation>De platser som invånarna reser till eller från.</translation>
    </message>
    <message>
        <source>The raster {path} cannot be written: {reason}. Choose another file.</source>
        <translation>Rastret {path} går inte att skriva: {reason}. Välj en annan fil.</translation>
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
        <source>The sample county could not be written to {folder}, and what was there is as before: {detail}. If its layers are open in QGIS, remove them from the project first; else check that the folder can be written to.</source>
        <translation>Exempellän kunde inte skrivas till {folder}, och det som fanns där är oförändrat: {detail}. Om lagren är öppna i QGIS, ta först bort dem ur projektet; kontrollera annars att du får skriva i mappen.</translation>
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
        <source>The travel times “{text}” must be rising numbers above 0 with commas between, such as 10,20,30.</source>
        <translation>Restiderna ”{text}” måste vara stigande tal över 0 med komma emellan, till exempel 10,20,30.</translation>
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
        <source>There is already a file at {path}. Choose another name; nothing was overwritten.</source>
        <translation>Det finns redan en fil i {path}. Välj ett annat namn; inget skrevs över.</translation>
    </message>
    <message>
        <source>There is no workspace at {path}. Make one with "Create workspace", or correct the path.</source>
        <translation>Det finns ingen arbetsyta i {path}. Skapa en med ”Skapa arbetsyta”, eller rätta sökvägen.</translation>
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
        <source>Travel along</source>
        <translation>Resan följer</translation>
    </message>
    <message>
        <source>Travel along the road network needs a network file. Make one with the tool Compile road network, or choose a straight line.</source>
        <translation>Resa längs vägnätet kräver en vägnätsfil. Skapa en med verktyget Skapa vägnätsfil, eller välj fågelvägen.</translation>
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
        <source>Travel time matrix</source>
        <translation>Restidsmatris</translation>
    </message>
    <message>
        <source>Travel time raster</source>
        <translation>Restidsraster</translation>
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
        <source>Travel times (minutes, with commas)</source>
        <translation>Restider (minuter, med komma emellan)</translation>
    </message>
    <message>
        <source>Two outputs would be written to the same place ({output}). Choose another file or table.</source>
        <translation>Två resultat skulle skrivas på samma ställe ({output}). Välj en annan fil eller tabell.</translation>
    </message>
    <message>
        <source>Under 95 per cent: lines may not meet at their ends (raise TOLERANCE), or one-way values may be swapped.</source>
        <translation>Under 95 procent: linjernas ändar kanske inte möts (höj TOLERANCE), eller så är värdena för enkelriktat omkastade.</translation>
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
        <source>Walking</source>
        <translation>Gång</translation>
    </message>
    <message>
        <source>What is farther away counts as out of reach. The limit itself is within reach.</source>
        <translation>Det som ligger längre bort räknas som utom räckhåll. Själva gränsen räknas som inom räckhåll.</translation>
    </message>
    <message>
        <source>Where areas overlap</source>
        <translation>Där områden överlappar</translation>
    </message>
    <message>
        <source>Where people live, such as squares or addresses.</source>
        <translation>Där invånarna bor, till exempel rutor eller adresser.</translation>
    </message>
    <message>
        <source>Who travels: one-way roads and speeds that differ by direction make the two unlike.</source>
        <translation>Vem som reser: enkelriktade vägar och olika hastighet i olika riktning gör att restiderna skiljer sig.</translation>
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
        <source>coordinates outside its system</source>
        <translation>koordinater utanför lagrets koordinatsystem</translation>
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
        <source>fewer than two points</source>
        <translation>färre än två punkter</translation>
    </message>
    <message>
        <source>filter: {filter}</source>
        <translation>filter: {filter}</translation>
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
        <source>no geometry</source>
        <translation>geometri saknas</translation>
    </message>
    <message>
        <source>no length</source>
        <translation>längden är noll</translation>
    </message>
    <message>
        <source>no speed</source>
        <translation>hastighet saknas</translation>
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
        <source>of whom from its own region</source>
        <translation>varav från den egna regionen</translation>
    </message>
    <message>
        <source>of whom from other regions</source>
        <translation>varav från andra regioner</translation>
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
        <source>several points in one feature</source>
        <translation>flera punkter i ett objekt</translation>
    </message>
    <message>
        <source>straight line, not the road network</source>
        <translation>Fågelväg, ej vägnät</translation>
    </message>
    <message>
        <source>the made-up sample county</source>
        <translation>det påhittade Exempellän</translation>
    </message>
    <message>
        <source>x and y must both have a value, or neither.</source>
        <translation>x och y måste båda ha ett värde, eller ingen av dem.</translation>
    </message>
    <message>
        <source>{field} was named, but neither FORWARD_VALUE nor BACKWARD_VALUE: every road is open both ways.</source>
        <translation>{field} angavs, men varken FORWARD_VALUE eller BACKWARD_VALUE: alla vägar är öppna i båda riktningarna.</translation>
    </message>
    <message>
        <source>{layer} already has fields that this tool adds: {names}. Give the added fields a PREFIX.</source>
        <translation>{layer} har redan fält som verktyget lägger till: {names}. Ge de nya fälten ett PREFIX.</translation>
    </message>
    <message>
        <source>{layer} has no field {names}. Its fields are: {fields}.</source>
        <translation>{layer} har inget fält {names}. Fälten är: {fields}.</translation>
    </message>
    <message>
        <source>{layer} has no usable points. Choose another layer, or clear its filter and selection.</source>
        <translation>{layer} har inga användbara punkter. Välj ett annat lager, eller ta bort lagrets filter och urval.</translation>
    </message>
    <message>
        <source>{lines} lines gave {nodes} junctions and {arcs} links (each way counted), in {crs}.</source>
        <translation>{lines} linjer gav {nodes} korsningar och {arcs} länkar (varje riktning räknad), i {crs}.</translation>
    </message>
    <message>
        <source>{name} must be a number.</source>
        <translation>{name} måste vara ett tal.</translation>
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
        <translation type="unfinished"></translation>
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
        <source>{n} features in {layer} have a missing or negative value in {field}: {list}. Every sum depends on it; correct them first.</source>
        <translation>{n} objekt i {layer} har saknat eller negativt värde i {field}: {list}. Alla summor bygger på fältet, så rätta värdena först.</translation>
    </message>
    <message>
        <source>{n} features in {layer} have no value in the id field {field}: feature {list}. Give each its own id.</source>
        <translation>{n} objekt i {layer} saknar värde i id-fältet {field}: objekt {list}. Ge varje objekt ett eget id.</translation>
    </message>
    <message>
        <source>{n} features of {layer} have no region; they take part, but belong to none.</source>
        <translation>Objekt i {layer} som saknar region räknas med men hör inte till någon ({n} st).</translation>
    </message>
    <message>
        <source>{n} ids occur more than once in the field {field} of {layer}: {list}. Ids must be unique.</source>
        <translation>{n} id förekommer mer än en gång i fältet {field} i {layer}: {list}. Varje id måste vara unikt.</translation>
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
        <source>{n} origins of {layer} are in no layer and were left out: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pairs of origin and facility come more than once in {layer}: {list}. Make the matrix again.</source>
        <translation type="unfinished"></translation>
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
        <source>{n} people at {points} points live much nearer a road that leads to no facility; the road farther off was used.</source>
        <translation>{n} invånare (befolkningspunkter: {points}) bor mycket närmare en väg som inte leder till någon vårdenhet; vägen längre bort användes.</translation>
    </message>
    <message>
        <source>{n} people at {points} points.</source>
        <translation>{n} invånare (befolkningspunkter: {points}).</translation>
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
        <source>{n} rows of {layer} are repeated ({fields}): {list}. Each may occur once.</source>
        <translation type="unfinished"></translation>
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
        <source>{path} was made by a newer version of Närvård (schema {found}; this version knows {known}). Update the plugin to open it.</source>
        <translation>{path} är skapad av en nyare version av Närvård (schema {found}; denna version klarar {known}). Uppdatera tillägget för att öppna den.</translation>
    </message>
    <message>
        <source>{reached} of {cells} cells are reached, in {crs}.</source>
        <translation>{reached} av {cells} rutor nås, i {crs}.</translation>
    </message>
    <message>
        <source>{share} per cent of the drivable length lies in the largest part that connects both ways.</source>
        <translation>{share} procent av den körbara väglängden ligger i den största del som hänger ihop i båda riktningarna.</translation>
    </message>
    <message>
        <source>{shown} … and {n} more</source>
        <translation>{shown} … och {n} till</translation>
    </message>
    <message>
        <source>{source}, changed {date}</source>
        <translation>{source}, ändrad {date}</translation>
    </message>
</context>
</TS>
