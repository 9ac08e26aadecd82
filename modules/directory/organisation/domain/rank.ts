/** What work comes to a position: the roles of process steps are matched against it. */
export type Rank = 'leader' | 'deputy' | 'head' | 'officer' | 'clerk' | 'records' | 'administrator' | 'other'
