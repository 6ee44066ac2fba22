import account from './en/account.json' with { type: 'json' };
import action from './en/action.json' with { type: 'json' };
import archive from './en/archive.json' with { type: 'json' };
import audit from './en/audit.json' with { type: 'json' };
import auth from './en/auth.json' with { type: 'json' };
import choice from './en/choice.json' with { type: 'json' };
import customer from './en/customer.json' with { type: 'json' };
import document from './en/document.json' with { type: 'json' };
import duty from './en/duty.json' with { type: 'json' };
import entry from './en/entry.json' with { type: 'json' };
import errorClass from './en/error-class.json' with { type: 'json' };
import event from './en/event.json' with { type: 'json' };
import field from './en/field.json' with { type: 'json' };
import finding from './en/finding.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import image from './en/image.json' with { type: 'json' };
import inbox from './en/inbox.json' with { type: 'json' };
import kind from './en/kind.json' with { type: 'json' };
import people from './en/people.json' with { type: 'json' };
import permission from './en/permission.json' with { type: 'json' };
import policy from './en/policy.json' with { type: 'json' };
import print from './en/print.json' with { type: 'json' };
import problem from './en/problem.json' with { type: 'json' };
import product from './en/product.json' with { type: 'json' };
import queue from './en/queue.json' with { type: 'json' };
import reason from './en/reason.json' with { type: 'json' };
import remedy from './en/remedy.json' with { type: 'json' };
import review from './en/review.json' with { type: 'json' };
import role from './en/role.json' with { type: 'json' };
import scope from './en/scope.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import stage from './en/stage.json' with { type: 'json' };

/** Every word in English, by subject. The type of a key is derived from here. */
export const en = {
  account,
  action,
  archive,
  audit,
  auth,
  choice,
  customer,
  document,
  duty,
  entry,
  'error-class': errorClass,
  event,
  field,
  finding,
  home,
  image,
  inbox,
  kind,
  people,
  permission,
  policy,
  print,
  problem,
  product,
  queue,
  reason,
  remedy,
  review,
  role,
  scope,
  settings,
  shell,
  stage,
};
