export const openAgency = { id: 'directory.open-agency' }
