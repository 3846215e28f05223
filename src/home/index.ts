export { homeFolder } from './home-folder.ts'; // where the home is
export type { Environment, HomeCircumstances } from './home-folder.ts';
export { HOME_CONFIG, PROJECT_CONFIG, readConfiguration } from './read-config.ts'; // configuration files → settings, with located issues
export type { Configuration } from './read-config.ts';
export { DEFAULT_CONFIG, SETTINGS } from './settings.ts'; // every setting there is
export type { Config, RuleSettings, ScoreSettings } from './settings.ts';
export type { Setting, SettingType, SourceSetting } from './setting.ts';
export { HOME_ISSUES } from './issues.ts'; // everything that can be wrong
export type { HomeIssueName } from './issues.ts';
