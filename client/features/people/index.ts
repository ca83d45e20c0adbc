// people: coming in and going out: first administrator, sign-in, one-time links, seat links, the account menu.
// Knows no group and no record; where one goes afterwards is the app's word.
export { AccountMenu } from './AccountMenu.tsx'
export { Doorstep } from './Doorstep.tsx'
export { FirstForm } from './FirstForm.tsx'
export { Invitation } from './Invitation.tsx'
export { JoinForm } from './JoinForm.tsx'
export { OwnAccount } from './OwnAccount.tsx'
export { type Secret, SecretContext, useSecret } from './SecretContext.ts'
export { SecretKeeper, type SecretPlace } from './SecretKeeper.ts'
export { SetPasswordForm } from './SetPasswordForm.tsx'
export { SignInForm } from './SignInForm.tsx'
export { useSession } from './useSession.ts'
export { Welcome } from './Welcome.tsx'
