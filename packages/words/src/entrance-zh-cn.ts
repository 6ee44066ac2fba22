import auth from './zh-CN/auth.json' with { type: 'json' };
import problem from './zh-CN/problem.json' with { type: 'json' };
import role from './zh-CN/role.json' with { type: 'json' };
import shell from './zh-CN/shell.json' with { type: 'json' };

/** The words needed before sign-in; the rest of the catalogue comes with the screens. */
export const zhCnEntrance = { auth, problem, role, shell };
