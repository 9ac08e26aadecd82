/** The name that authenticator apps and passkeys show for this system. */
export const productName = 'Công sở số'
