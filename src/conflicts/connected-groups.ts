/**
 * The connected components with two or more members. Groups and their members keep the order of `members`.
 */
export function groupsOf<Member>(
  members: readonly Member[],
  areBound: (a: Member, b: Member) => boolean,
): readonly (readonly Member[])[] {
  const groupOf = members.map((_, i) => i)
  for (const [i, a] of members.entries())
    for (let j = 0; j < i; j++) {
      const [into, from] = [groupOf[j] as number, groupOf[i] as number]
      if (into === from || !areBound(members[j] as Member, a)) continue
      for (const [k, group] of groupOf.entries()) if (group === from) groupOf[k] = into
    }
  const groups = new Map<number, Member[]>()
  for (const [i, member] of members.entries()) {
    const group = groups.get(groupOf[i] as number)
    if (group) group.push(member)
    else groups.set(groupOf[i] as number, [member])
  }
  return [...groups.values()].filter(group => group.length > 1)
}
