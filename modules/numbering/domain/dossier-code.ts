/**
 * The dossier code of one-stop procedures: agency identifier, date of receipt as yymmdd, number of the day (Circular 01/2018/TT-VPCP
 * Art. 19). Tolerant of shorter agency identifiers and of more than 9,999 dossiers a day.
 */
export const dossierCode = /^[A-Z0-9]+(\.[A-Z0-9]+){0,3}-\d{6}-\d{4,}$/
