/** An OpenID provider as configured, with the address it sends people back to. */
export type OidcProvider = { issuer: string; clientId: string; clientSecret: string; back: string }

/** What one sign-in at the provider must find again when the person comes back. */
export type OidcQuestion = { state: string; nonce: string; verifier: string }

/** Who the provider says somebody is: signature, audience, nonce and times are checked. */
export type OidcIdentity = { issuer: string; subject: string; claims: Readonly<Record<string, unknown>> }

/** Talks to an OpenID provider: authorization code with PKCE. */
export type OidcClient = {
  /** Where to send the browser, and what to keep meanwhile. Throws when the provider cannot be reached. */
  begin(provider: OidcProvider): Promise<OidcQuestion & { address: string }>
  /** Reads what the browser came back with. Throws for every answer that does not fit the question. */
  complete(provider: OidcProvider, returned: URL, question: OidcQuestion): Promise<OidcIdentity>
}
