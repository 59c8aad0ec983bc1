export { createRunPages } from './run-pages.ts';
export { fingerprintOf, type Sealed, seal, unseal } from './seal.ts';
export { deriveToken, loadSecretsKey, type SecretsKey } from './secrets-key.ts';
export { createVault, type SealingVault } from './vault.ts';
