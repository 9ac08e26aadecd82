import { localDate } from '@congso/kernel/contract'
import { readEmail, readPersonName, readPhone } from '../../../domain/person.ts'
import { refuse } from '../contract.ts'

type Written = { name: string; birthDate?: string; phone?: string; email?: string }

/** What was typed about a person in the forms the directory keeps; refuses at the first field that cannot be read. */
export function describedPerson(input: Written, now: number) {
  const { phone, email, birthDate } = input
  if (birthDate && birthDate >= localDate(now)) refuse('directory.date-in-future', {}, 'birthDate')
  return {
    name: readPersonName(input.name) ?? refuse('directory.name-invalid', {}, 'name'),
    birth_date: birthDate ?? null,
    phone: phone ? (readPhone(phone) ?? refuse('directory.phone-invalid', {}, 'phone')) : '',
    email: email ? (readEmail(email) ?? refuse('directory.email-invalid', {}, 'email')) : '',
  }
}

/** The same as the journal keeps it. */
export function personalOf(one: ReturnType<typeof describedPerson>) {
  return { name: one.name, birthDate: one.birth_date, phone: one.phone, email: one.email }
}
