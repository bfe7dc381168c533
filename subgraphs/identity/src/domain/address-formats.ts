/**
 * Formats of addresses by country: `country ; lines ; required ; postal code ; examples ; name of the code ; name of the
 * region`, lines parted by `|`. `%N` name, `%A` street lines, `%C` city, `%S` region, `%Z` postal code; name, street and
 * city are required everywhere, `required` says which of S and Z are besides; `-` is nothing.
 *
 * Adapted (fields we do not ask for left out, city added where a country writes none) from the address metadata of
 * libaddressinput, © Google, licensed under CC BY 4.0, https://github.com/google/libaddressinput (commit e20690c).
 */
export const addressFormatTable = String.raw`
AD ; %N|%A|%C|%Z %S ; S ; AD[1-7]0\d ; AD100,AD501 ; - ; parish
AS ; %N|%A|%C %S %Z ; SZ ; 96799 ; 96799 ; zip ; state
AT ; %N|%A|%Z %C ; Z ; \d{4} ; 1010,3741 ; - ; -
AU ; %N|%A|%C %S %Z ; SZ ; \d{4} ; 2060,3171 ; - ; state
BA ; %N|%A|%Z %C ; - ; \d{5} ; 71000 ; - ; -
BE ; %N|%A|%Z %C ; Z ; \d{4} ; 4000,1000 ; - ; -
BF ; %N|%A|%C ; - ; - ; - ; - ; -
BG ; %N|%A|%Z %C ; - ; \d{4} ; 1000,1700 ; - ; -
BH ; %N|%A|%C %Z ; - ; (\d|1[0-2])\d{2} ; 317 ; - ; -
BL ; %N|%A|%Z %C ; Z ; 9[78][01]\d{2} ; 97100 ; - ; -
BM ; %N|%A|%C %Z ; - ; [A-Z]{2}[ ]?[A-Z0-9]{2} ; FL 07,HM GX ; - ; -
BR ; %N|%A|%C-%S|%Z ; SZ ; \d{5}[\-]?\d{3} ; 40301-110,70002-900 ; - ; state
BY ; %S|%Z %C|%A|%N ; - ; \d{6} ; 223016 ; - ; -
CD ; %N|%A|%C ; - ; - ; - ; - ; -
CI ; %N|%A %C ; - ; - ; - ; - ; -
CK ; %N|%A|%C %Z ; - ; \d{4} ; - ; - ; -
CN ; %N|%A|%C|%S, %Z ; SZ ; \d{6} ; 266033,317204 ; - ; -
CO ; %N|%A|%C, %S ; - ; \d{6} ; 111221,130001 ; - ; -
CR ; %N|%A|%Z %C ; - ; \d{4,5}|\d{3}-\d{4} ; 1000,2010 ; - ; -
CY ; %N|%A|%Z %C ; - ; \d{4} ; 2008,3304 ; - ; -
CZ ; %N|%A|%Z %C ; - ; \d{3}[ ]?\d{2} ; 100 00,251 66 ; - ; -
DE ; %N|%A|%Z %C ; Z ; \d{5} ; 26133,53225 ; - ; -
DK ; %N|%A|%Z %C ; Z ; \d{4} ; 8660,1566 ; - ; -
DO ; %N|%A|%Z %C ; - ; \d{5} ; 11903,10101 ; - ; -
DZ ; %N|%A|%Z %C ; - ; \d{5} ; 40304,16027 ; - ; -
EC ; %N|%A|%Z|%C ; - ; [A-Z]\d{4}[A-Z]|(?:[A-Z]{2})?\d{6} ; EC090112,090105 ; - ; -
EE ; %N|%A|%Z %C ; - ; \d{5} ; 69501,11212 ; - ; -
EG ; %N|%A|%C|%S|%Z ; - ; \d{5} ; 12411,11599 ; - ; -
EH ; %N|%A|%Z %C ; - ; \d{5} ; 70000,72000 ; - ; -
ES ; %N|%A|%Z %C %S ; SZ ; \d{5} ; 28039,28300 ; - ; -
ET ; %N|%A|%Z %C ; - ; \d{4} ; 1000 ; - ; -
FI ; %N|%A|FI-%Z %C ; Z ; \d{5} ; 00550,00011 ; - ; -
FK ; %N|%A|%C|%Z ; Z ; FIQQ 1ZZ ; FIQQ 1ZZ ; - ; -
FO ; %N|%A|FO%Z %C ; - ; \d{3} ; 100 ; - ; -
GF ; %N|%A|%Z %C ; Z ; 9[78]3\d{2} ; 97300 ; - ; -
GG ; %N|%A|%C|GUERNSEY|%Z ; Z ; GY\d[\dA-Z]?[ ]?\d[ABD-HJLN-UW-Z]{2} ; GY1 1AA,GY2 2BT ; - ; -
GI ; %N|%A|%C ; - ; GX11 1AA ; GX11 1AA ; - ; -
GN ; %N|%Z %A %C ; - ; \d{3} ; 001,200 ; - ; -
GT ; %N|%A|%Z- %C ; - ; \d{5} ; 09001,01501 ; - ; -
GU ; %N|%A|%C %S %Z ; SZ ; 969([12]\d|3[12])([ \-]\d{4})? ; 96910,96931 ; zip ; state
GW ; %N|%A|%Z %C ; - ; \d{4} ; 1000,1011 ; - ; -
HK ; %N|%A|%C|%S ; S ; - ; - ; - ; area
HM ; %N|%A|%C %S %Z ; - ; \d{4} ; - ; - ; -
HT ; %N|%A|HT%Z %C ; - ; \d{4} ; 6120,5310 ; - ; -
ID ; %N|%A|%C|%S %Z ; - ; \d{5} ; 40115 ; - ; district
IE ; %N|%A|%C|%S ; - ; - ; - ; - ; county
IN ; %N|%A|%C %Z|%S ; SZ ; \d{6} ; 110034,110001 ; - ; state
IO ; %N|%A|%C|%Z ; Z ; BBND 1ZZ ; BBND 1ZZ ; - ; -
IQ ; %N|%A|%C, %S|%Z ; S ; \d{5} ; - ; - ; -
IR ; %N|%S|%C|%A|%Z ; - ; \d{5}-?\d{5} ; 11936-12345 ; - ; -
IS ; %N|%A|%Z %C ; - ; \d{3} ; 320,121 ; - ; -
IT ; %N|%A|%Z %C %S ; SZ ; \d{5} ; 00144,47037 ; - ; -
JE ; %N|%A|%C|JERSEY|%Z ; Z ; JE\d[\dA-Z]?[ ]?\d[ABD-HJLN-UW-Z]{2} ; JE1 1AA,JE2 2BT ; - ; -
JO ; %N|%A|%C %Z ; - ; \d{5} ; 11937,11190 ; - ; -
KG ; %Z %C|%A|%N ; - ; \d{6} ; 720001 ; - ; -
KY ; %N|%A|%C|%S ; S ; KY\d-\d{4} ; KY1-1100,KY1-1702 ; - ; island
KZ ; %Z|%S|%C|%A|%N ; - ; \d{6} ; 040900,050012 ; - ; -
LA ; %N|%A|%Z %C ; - ; \d{5} ; 01160,01000 ; - ; -
LB ; %N|%A|%C %Z ; - ; \d{4}([ ]?\d{4})? ; 2038 3054,1107 2810 ; - ; -
LR ; %N|%A|%Z %C ; - ; \d{4} ; 1000 ; - ; -
LT ; %N|%A|LT-%Z %C ; - ; \d{5} ; 04340,03500 ; - ; -
LV ; %N|%A|%C, %Z ; - ; LV-\d{4} ; LV-1073,LV-1000 ; - ; -
MD ; %N|%A|MD-%Z %C ; - ; \d{4} ; 2012,2019 ; - ; -
ME ; %N|%A|%Z %C ; - ; 8\d{4} ; 81257,81258 ; - ; -
MF ; %N|%A|%Z %C ; Z ; 9[78][01]\d{2} ; 97100 ; - ; -
MG ; %N|%A|%Z %C ; - ; \d{3} ; 501,101 ; - ; -
MH ; %N|%A|%C %S %Z ; SZ ; 969[67]\d([ \-]\d{4})? ; 96960,96970 ; zip ; state
MK ; %N|%A|%Z %C ; - ; \d{4} ; 1314,1321 ; - ; -
MM ; %N|%A|%C, %Z ; - ; \d{5} ; 11181 ; - ; -
MN ; %N|%A|%S %C-|%Z ; - ; \d{5} ; 65030,65270 ; - ; -
MU ; %N|%A|%Z|%C ; - ; \d{3}[A-Z]{2}\d{3} ; 742CU001 ; - ; -
MW ; %N|%A|%C ; - ; - ; - ; - ; -
MY ; %N|%A|%Z %C|%S ; Z ; \d{5} ; 43000,50754 ; - ; state
NG ; %N|%A|%C %Z|%S ; - ; \d{6} ; 930283,300001 ; - ; state
NP ; %N|%A|%C %Z ; - ; \d{5} ; 44601 ; - ; -
NZ ; %N|%A|%C %Z ; Z ; \d{4} ; 6001,6015 ; - ; -
PA ; %N|%A|%C|%S ; - ; - ; - ; - ; -
PF ; %N|%A|%Z %C %S ; SZ ; 987\d{2} ; - ; - ; island
PL ; %N|%A|%Z %C ; Z ; \d{2}-\d{3} ; 00-950,05-470 ; - ; -
PM ; %N|%A|%Z %C ; Z ; 9[78]5\d{2} ; 97500 ; - ; -
PT ; %N|%A|%Z %C ; Z ; \d{4}-\d{3} ; 2725-079,1250-096 ; - ; -
RE ; %N|%A|%Z %C ; Z ; 9[78]4\d{2} ; 97400 ; - ; -
RS ; %N|%A|%Z %C ; - ; \d{5,6} ; 106314 ; - ; -
RU ; %Z %C|%A|%N ; Z ; \d{6} ; 125075,247112 ; - ; -
SI ; %N|%A|SI- %Z %C ; - ; \d{4} ; 4000,1001 ; - ; -
SJ ; %N|%A|%Z %C ; Z ; \d{4} ; 9170 ; - ; -
SK ; %N|%A|%Z %C ; - ; \d{3}[ ]?\d{2} ; 010 01,023 14 ; - ; -
SN ; %N|%A|%Z %C ; - ; \d{5} ; 12500,46024 ; - ; -
ST ; %N|%A|%C ; - ; - ; - ; - ; -
SZ ; %N|%A|%C|%Z ; - ; [HLMS]\d{3} ; H100 ; - ; -
TC ; %N|%A|%C|%Z ; Z ; TKCA 1ZZ ; TKCA 1ZZ ; - ; -
TH ; %N|%A|%C|%S %Z ; - ; \d{5} ; 10150,10210 ; - ; -
TJ ; %N|%A|%Z %C ; - ; \d{6} ; 735450,734025 ; - ; -
TR ; %N|%A|%Z %C ; Z ; \d{5} ; 01960,06101 ; - ; -
US ; %N|%A|%C %S %Z ; SZ ; \d{5}([ \-]\d{4})? ; 95014,22162-1010 ; zip ; state
VE ; %N|%A|%C %Z, %S ; S ; \d{4} ; 1010,3001 ; - ; -
VN ; %N|%A|%C|%S ; - ; \d{6} ; 119415,136065 ; - ; -
YT ; %N|%A|%Z %C ; Z ; 976\d{2} ; 97600 ; - ; -
ZA ; %N|%A|%C|%Z ; Z ; \d{4} ; 0083,1451 ; - ; -
ZM ; %N|%A|%Z %C ; - ; \d{5} ; 50100,50101 ; - ; -
`;

/** How addresses are written where the table has nothing: the metadata's own default. */
export const generalFormat = 'ZZ ; %N|%A|%C|%S|%Z ; - ; - ; - ; - ; -';
