import auth from './en/auth.json' with { type: 'json' };
import problem from './en/problem.json' with { type: 'json' };
import role from './en/role.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };

/** The words needed before sign-in; the rest of the catalogue comes with the screens. */
export const enEntrance = { auth, problem, role, shell };
