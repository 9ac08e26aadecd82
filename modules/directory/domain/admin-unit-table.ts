/** One row of the old → new table. Texts are NFC; what the source leaves out is null. */
export type SourceMapping = {
  readonly oldCode: string | null
  readonly oldName: string | null
  readonly oldDistrict: string
  readonly oldProvince: string
  readonly newCode: string
  readonly newName: string
  readonly newProvince: string
}

/** The three tables of the package's `address.json`. */
export type SourceTables = {
  readonly provinces: readonly { code: string; name: string; type: string }[]
  readonly wards: readonly { code: string; name: string; provinceCode: string }[]
  readonly mappings: readonly SourceMapping[]
}

type Row = Readonly<Record<string, unknown>>

/** Checks the shape of the parsed file and picks what we use, as NFC text. Throws TypeError naming what is missing. */
export function readSourceTables(input: unknown): SourceTables {
  if (!Array.isArray(input)) throw new TypeError('address source: not a list of tables')
  const tables: unknown[] = input
  return {
    provinces: tableOf(tables, 'provinces').map(row => ({
      code: text(row, 'province_code'),
      name: text(row, 'name'),
      type: text(row, 'place_type'),
    })),
    wards: tableOf(tables, 'wards').map(row => ({
      code: text(row, 'ward_code'),
      name: text(row, 'name'),
      provinceCode: text(row, 'province_code'),
    })),
    mappings: tableOf(tables, 'ward_mappings').map(row => ({
      oldCode: textOrNull(row, 'old_ward_code'),
      oldName: textOrNull(row, 'old_ward_name'),
      oldDistrict: textOrNull(row, 'old_district_name') ?? '',
      oldProvince: textOrNull(row, 'old_province_name') ?? '',
      newCode: text(row, 'new_ward_code'),
      newName: text(row, 'new_ward_name'),
      newProvince: text(row, 'new_province_name'),
    })),
  }
}

function tableOf(tables: readonly unknown[], name: string): Row[] {
  const table = tables.find(one => isRow(one) && one['type'] === 'table' && one['name'] === name)
  const rows: unknown = isRow(table) ? table['data'] : undefined
  if (!Array.isArray(rows)) throw new TypeError(`address source: no table ${name}`)
  return rows.map((row: unknown) => {
    if (!isRow(row)) throw new TypeError(`address source: a row of ${name} is not an object`)
    return row
  })
}

function text(row: Row, field: string): string {
  const value = textOrNull(row, field)
  if (value === null) throw new TypeError(`address source: a row lacks ${field}: ${JSON.stringify(row)}`)
  return value
}

function textOrNull(row: Row, field: string): string | null {
  const value = row[field]
  return typeof value === 'string' && value !== '' ? value.normalize('NFC') : null
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
