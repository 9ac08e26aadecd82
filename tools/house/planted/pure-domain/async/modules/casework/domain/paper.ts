export async function decide() {}
