import account from './zh-CN/account.json' with { type: 'json' };
import action from './zh-CN/action.json' with { type: 'json' };
import archive from './zh-CN/archive.json' with { type: 'json' };
import audit from './zh-CN/audit.json' with { type: 'json' };
import auth from './zh-CN/auth.json' with { type: 'json' };
import choice from './zh-CN/choice.json' with { type: 'json' };
import customer from './zh-CN/customer.json' with { type: 'json' };
import document from './zh-CN/document.json' with { type: 'json' };
import duty from './zh-CN/duty.json' with { type: 'json' };
import entry from './zh-CN/entry.json' with { type: 'json' };
import errorClass from './zh-CN/error-class.json' with { type: 'json' };
import event from './zh-CN/event.json' with { type: 'json' };
import field from './zh-CN/field.json' with { type: 'json' };
import finding from './zh-CN/finding.json' with { type: 'json' };
import home from './zh-CN/home.json' with { type: 'json' };
import image from './zh-CN/image.json' with { type: 'json' };
import inbox from './zh-CN/inbox.json' with { type: 'json' };
import kind from './zh-CN/kind.json' with { type: 'json' };
import people from './zh-CN/people.json' with { type: 'json' };
import permission from './zh-CN/permission.json' with { type: 'json' };
import policy from './zh-CN/policy.json' with { type: 'json' };
import print from './zh-CN/print.json' with { type: 'json' };
import problem from './zh-CN/problem.json' with { type: 'json' };
import product from './zh-CN/product.json' with { type: 'json' };
import queue from './zh-CN/queue.json' with { type: 'json' };
import reason from './zh-CN/reason.json' with { type: 'json' };
import remedy from './zh-CN/remedy.json' with { type: 'json' };
import review from './zh-CN/review.json' with { type: 'json' };
import role from './zh-CN/role.json' with { type: 'json' };
import scope from './zh-CN/scope.json' with { type: 'json' };
import settings from './zh-CN/settings.json' with { type: 'json' };
import shell from './zh-CN/shell.json' with { type: 'json' };
import stage from './zh-CN/stage.json' with { type: 'json' };

/** Every word in simplified Chinese, by subject. */
export const zhCn = {
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
