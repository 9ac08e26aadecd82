import { command, DateOnly, Line, Type } from '@congso/kernel/contract'
import { closed } from './refusals.ts'

export const importRecords = command({
  id: 'procedures.import-records',
  path: '/procedures/import',
  permission: 'procedures.catalogue.edit',
  summary:
    'Takes records of the national procedure catalogue (NĐ 63/2010): a new code becomes version 1, a changed record a new version, an unchanged one nothing; the others are refused with the reason.',
  input: Type.Object(
    {
      records: Type.Array(
        Type.Object(
          { fileName: Type.String({ maxLength: 255 }), text: Type.String({ multiline: true, maxLength: 2_000_000 }) },
          closed,
        ),
        { minItems: 1, maxItems: 200 },
      ),
      /** Where the records come from, as shown beside each version. */
      source: Line(200),
      validFrom: DateOnly(),
    },
    closed,
  ),
  reply: Type.Object({
    imported: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    refused: Type.Array(Type.Object({ file: Type.String(), reason: Type.String(), detail: Type.String() })),
    /** How many passages of the records that were read are left to a person, by reason. */
    unparsed: Type.Record(Type.String(), Type.Integer()),
  }),
})
