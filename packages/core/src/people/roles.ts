/** What people of a platform's operations are here. Whoever has none of these may do nothing. */
export const ROLES = ['viewer', 'operator', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Everything a person can do here, in the words of “You may not …”, and the roles that may. Nothing is allowed that is not here. */
export const RIGHTS = {
  'look at runs': ['viewer', 'operator', 'approver', 'admin'],
  'enable an environment': ['operator', 'admin'],
  'correct the values of a run': ['operator', 'admin'],
  'add a domain': ['operator', 'admin'],
  'enter a secret': ['operator', 'admin'],
  'renew a secret': ['operator', 'admin'],
  'let a run try again': ['operator', 'admin'],
  'let Acrobits answer again': ['operator', 'admin'],
  'take over a run': ['operator', 'admin'],
  'cancel a run': ['operator', 'admin'],
  'skip a domain': ['operator', 'admin'],
  'snooze reminders': ['operator', 'admin'],
  'write to Acrobits': ['operator', 'admin'],
  'approve what leaves': ['approver'],
  'go past the approvers': ['admin'],
  'plan a domain': ['operator', 'admin'],
  'apply a plan': ['operator', 'admin'],
  'read the audit': ['operator', 'approver', 'admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Right = keyof typeof RIGHTS;

export const rolesFor = (right: Right): readonly Role[] => RIGHTS[right];

/** One person, or a group whose members change without us. The ids are the chat's, opaque here. */
export type Holder = { readonly person: string } | { readonly group: string };

/** Who has which role, as configured. */
export type RoleBook = Readonly<Record<Role, readonly Holder[]>>;

export const isEmpty = (book: RoleBook): boolean => ROLES.every((role) => book[role].length === 0);

/** The roles of a person who is in these groups. */
export function rolesOf(book: RoleBook, person: string, isIn: (group: string) => boolean): readonly Role[] {
  const holds = (holder: Holder) => ('person' in holder ? holder.person === person : isIn(holder.group));
  return ROLES.filter((role) => book[role].some(holds));
}

/** Who may do it, role by role; a role that nobody has is left out. */
export function whoMay(book: RoleBook, right: Right): readonly { readonly role: Role; readonly holders: readonly Holder[] }[] {
  return rolesFor(right)
    .map((role) => ({ role, holders: book[role] }))
    .filter(({ holders }) => holders.length > 0);
}
