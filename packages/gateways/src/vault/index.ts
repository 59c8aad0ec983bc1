export { createPasswords, type HashCost } from './passwords.ts';
export { createRunPages } from './run-pages.ts';
export { fingerprintOf, type Sealed, seal, unseal } from './seal.ts';
export { deriveToken, loadSecretsKey, SecretsKey } from './secrets-key.ts';
export { createSignedPages } from './signed-pages.ts';
export { createVault, type SealingVault } from './vault.ts';
