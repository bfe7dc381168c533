/**
 * Regions to choose from, `country ; code:name ~ code:name …`, where a country requires one and its codes are short: the
 * country's own codes, or ISO 3166-2 without the country.
 *
 * From the address metadata of libaddressinput, © Google, licensed under CC BY 4.0,
 * https://github.com/google/libaddressinput (commit e20690c).
 */
export const addressRegionTable = `
AU ; ACT:Australian Capital Territory ~ NSW:New South Wales ~ NT:Northern Territory ~ QLD:Queensland ~
  SA:South Australia ~ TAS:Tasmania ~ VIC:Victoria ~ WA:Western Australia
BR ; AC:Acre ~ AL:Alagoas ~ AP:Amapá ~ AM:Amazonas ~ BA:Bahia ~ CE:Ceará ~ DF:Distrito Federal ~
  ES:Espírito Santo ~ GO:Goiás ~ MA:Maranhão ~ MT:Mato Grosso ~ MS:Mato Grosso do Sul ~ MG:Minas Gerais ~ PA:Pará
  ~ PB:Paraíba ~ PR:Paraná ~ PE:Pernambuco ~ PI:Piauí ~ RJ:Rio de Janeiro ~ RN:Rio Grande do Norte ~
  RS:Rio Grande do Sul ~ RO:Rondônia ~ RR:Roraima ~ SC:Santa Catarina ~ SP:São Paulo ~ SE:Sergipe ~ TO:Tocantins
ES ; C:A Coruña ~ VI:Álava ~ AB:Albacete ~ A:Alicante ~ AL:Almería ~ O:Asturias ~ AV:Ávila ~ BA:Badajoz ~
  B:Barcelona ~ BU:Burgos ~ CC:Cáceres ~ CA:Cádiz ~ S:Cantabria ~ CS:Castellón ~ CE:Ceuta ~ CR:Ciudad Real ~
  CO:Córdoba ~ CU:Cuenca ~ GI:Girona ~ GR:Granada ~ GU:Guadalajara ~ SS:Guipúzcoa ~ H:Huelva ~ HU:Huesca ~
  PM:Islas Baleares ~ J:Jaén ~ LO:La Rioja ~ GC:Las Palmas ~ LE:León ~ L:Lleida ~ LU:Lugo ~ M:Madrid ~ MA:Málaga ~
  ML:Melilla ~ MU:Murcia ~ NA:Navarra ~ OR:Ourense ~ P:Palencia ~ PO:Pontevedra ~ SA:Salamanca ~
  TF:Santa Cruz de Tenerife ~ SG:Segovia ~ SE:Sevilla ~ SO:Soria ~ T:Tarragona ~ TE:Teruel ~ TO:Toledo ~
  V:Valencia ~ VA:Valladolid ~ BI:Vizcaya ~ ZA:Zamora ~ Z:Zaragoza
IN ; AN:Andaman & Nicobar ~ AP:Andhra Pradesh ~ AR:Arunachal Pradesh ~ AS:Assam ~ BR:Bihar ~ CH:Chandigarh ~
  CT:Chhattisgarh ~ DN:Dadra & Nagar Haveli ~ DD:Daman & Diu ~ DL:Delhi ~ GA:Goa ~ GJ:Gujarat ~ HR:Haryana ~
  HP:Himachal Pradesh ~ JK:Jammu & Kashmir ~ JH:Jharkhand ~ KA:Karnataka ~ KL:Kerala ~ LD:Lakshadweep ~
  MP:Madhya Pradesh ~ MH:Maharashtra ~ MN:Manipur ~ ML:Meghalaya ~ MZ:Mizoram ~ NL:Nagaland ~ OR:Odisha ~
  PY:Puducherry ~ PB:Punjab ~ RJ:Rajasthan ~ SK:Sikkim ~ TN:Tamil Nadu ~ TR:Tripura ~ UP:Uttar Pradesh ~
  UL:Uttarakhand ~ WB:West Bengal
IT ; AG:Agrigento ~ AL:Alessandria ~ AN:Ancona ~ AR:Arezzo ~ AP:Ascoli Piceno ~ AT:Asti ~ AV:Avellino ~ BA:Bari
  ~ BT:Barletta-Andria-Trani ~ BL:Belluno ~ BN:Benevento ~ BG:Bergamo ~ BI:Biella ~ BO:Bologna ~ BZ:Bolzano ~
  BS:Brescia ~ BR:Brindisi ~ CA:Cagliari ~ CL:Caltanissetta ~ CB:Campobasso ~ CI:Carbonia-Iglesias ~ CE:Caserta ~
  CT:Catania ~ CZ:Catanzaro ~ CH:Chieti ~ CO:Como ~ CS:Cosenza ~ CR:Cremona ~ KR:Crotone ~ CN:Cuneo ~ EN:Enna ~
  FM:Fermo ~ FE:Ferrara ~ FI:Firenze ~ FG:Foggia ~ FC:Forlì-Cesena ~ FR:Frosinone ~ GE:Genova ~ GO:Gorizia ~
  GR:Grosseto ~ IM:Imperia ~ IS:Isernia ~ AQ:L'Aquila ~ SP:La Spezia ~ LT:Latina ~ LE:Lecce ~ LC:Lecco ~
  LI:Livorno ~ LO:Lodi ~ LU:Lucca ~ MC:Macerata ~ MN:Mantova ~ MS:Massa-Carrara ~ MT:Matera ~ VS:Medio Campidano ~
  ME:Messina ~ MI:Milano ~ MO:Modena ~ MB:Monza e della Brianza ~ NA:Napoli ~ NO:Novara ~ NU:Nuoro ~ OG:Ogliastra
  ~ OT:Olbia-Tempio ~ OR:Oristano ~ PD:Padova ~ PA:Palermo ~ PR:Parma ~ PV:Pavia ~ PG:Perugia ~ PU:Pesaro e Urbino
  ~ PE:Pescara ~ PC:Piacenza ~ PI:Pisa ~ PT:Pistoia ~ PN:Pordenone ~ PZ:Potenza ~ PO:Prato ~ RG:Ragusa ~
  RA:Ravenna ~ RC:Reggio Calabria ~ RE:Reggio nell'Emilia ~ RI:Rieti ~ RN:Rimini ~ RM:Roma ~ RO:Rovigo ~
  SA:Salerno ~ SS:Sassari ~ SV:Savona ~ SI:Siena ~ SR:Siracusa ~ SO:Sondrio ~ TA:Taranto ~ TE:Teramo ~ TR:Terni ~
  TO:Torino ~ TP:Trapani ~ TN:Trento ~ TV:Treviso ~ TS:Trieste ~ UD:Udine ~ AO:Valle d'Aosta ~ VA:Varese ~
  VE:Venezia ~ VB:Verbano-Cusio-Ossola ~ VC:Vercelli ~ VR:Verona ~ VV:Vibo Valentia ~ VI:Vicenza ~ VT:Viterbo
US ; AL:Alabama ~ AK:Alaska ~ AS:American Samoa ~ AZ:Arizona ~ AR:Arkansas ~ AA:Armed Forces (AA) ~
  AE:Armed Forces (AE) ~ AP:Armed Forces (AP) ~ CA:California ~ CO:Colorado ~ CT:Connecticut ~ DE:Delaware ~
  DC:District of Columbia ~ FL:Florida ~ GA:Georgia ~ GU:Guam ~ HI:Hawaii ~ ID:Idaho ~ IL:Illinois ~ IN:Indiana ~
  IA:Iowa ~ KS:Kansas ~ KY:Kentucky ~ LA:Louisiana ~ ME:Maine ~ MH:Marshall Islands ~ MD:Maryland ~
  MA:Massachusetts ~ MI:Michigan ~ FM:Micronesia ~ MN:Minnesota ~ MS:Mississippi ~ MO:Missouri ~ MT:Montana ~
  NE:Nebraska ~ NV:Nevada ~ NH:New Hampshire ~ NJ:New Jersey ~ NM:New Mexico ~ NY:New York ~ NC:North Carolina ~
  ND:North Dakota ~ MP:Northern Mariana Islands ~ OH:Ohio ~ OK:Oklahoma ~ OR:Oregon ~ PW:Palau ~ PA:Pennsylvania ~
  PR:Puerto Rico ~ RI:Rhode Island ~ SC:South Carolina ~ SD:South Dakota ~ TN:Tennessee ~ TX:Texas ~ UT:Utah ~
  VT:Vermont ~ VI:Virgin Islands ~ VA:Virginia ~ WA:Washington ~ WV:West Virginia ~ WI:Wisconsin ~ WY:Wyoming
`;
