-- Thousands of runs are searched and turned over page by page.
create index domains_by_name on domains (domain);
create index domains_that_are_open on domains (enablement) where status in ('wanted', 'running');
create index steps_with_a_problem on steps (enablement) where status = 'problem';
