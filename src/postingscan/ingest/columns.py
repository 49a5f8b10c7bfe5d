"""Names that boards and exports give their columns, and the field of a posting that each one holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postingscan.errors import ConfigError

# Folded names (see `fold_name`), best first: where a record has several, the first that holds something is taken.
_VARIANTS: dict[str, str] = {
    "id": "id jobid postingid guid jobkey identifier uid uuid adid url joburl link joblink permalink",
    "source": "source sourcename board jobboard site",
    "title": "title jobtitle position positiontitle jobposition jobname headline subject role name",
    "description": "description jobdescription descriptiontext descriptionhtml fulldescription text fulltext jobtext "
    "body content contenthtml contenttext details jobdetails posting adtext summary jobsummary",
    "salary": "salary pay compensation rate budget paymentrate payrate salaryrange payrange salarytext wage wages "
    "remuneration",
    "hours_per_week": "hoursperweek weeklyhours hoursweek hrsperweek hours workhours workinghours workload",
    "employment_type": "employmenttype jobtype typeofwork worktype employment contracttype formattedworktype "
    "engagement",
    "country": "country location joblocation clientcountry countryname applicantlocationrequirements",
    "date": "date dateposted posteddate postingdate postedat postedon posted datepublished publisheddate publishedat "
    "published pubdate publishtime publishdate createdat createdon created listedtime dateupdated updated",
    "url": "url joburl link joblink permalink href",
    "company": "company companyname employer employername hiringorganization organization organisation "
    "client clientname",
    "listed_skills": "listedskills skills skill requiredskills skillrequirements skillrequirement rssskills skillslist "
    "tags categories",
    "declared_pay": "declaredpay",
    "base_salary": "basesalary estimatedsalary",
    "hourly_min": "hourlymin hourlylow hourlyratemin minhourlyrate hourlybudgetmin hourlyfrom",
    "hourly_max": "hourlymax hourlyhigh hourlyratemax maxhourlyrate hourlybudgetmax hourlyto",
    "hourly": "hourlyrate hourlyrange hourly hourlypay hourlybudget",
    "daily": "daily dailyrate dayrate",
    "weekly": "weekly weeklyrate weeklypay weeklysalary",
    "monthly": "monthly monthlysalary monthlyrate monthlypay",
    "yearly": "yearly annualsalary yearlysalary annualpay",
    "fixed": "fixed fixedprice fixedbudget fixedamount fixedpay projectbudget",
    "min_amount": "minamount amountmin minsalary salarymin salaryfrom minimumsalary salaryminimum minpay paymin "
    "minbudget budgetmin",
    "max_amount": "maxamount amountmax maxsalary salarymax salaryto maximumsalary salarymaximum maxpay paymax "
    "maxbudget budgetmax",
    "interval": "interval payinterval payperiod salaryperiod salaryinterval payunit salaryunit period unittext",
    "currency": "currency salarycurrency paycurrency currencycode",
}  # fmt: skip

_FIELDS_OF: dict[str, list[tuple[int, str]]] = {}
for _field, _names in _VARIANTS.items():
    for _rank, _name in enumerate(_names.split()):
        _FIELDS_OF.setdefault(_name, []).append((_rank, _field))

FIELDS = tuple(_VARIANTS)
"""Fields that a column can hold; those from ``declared_pay`` on are parts of the structured pay."""

_MOST_PLANS = 512


def fold_name(name: str) -> str:
    """A column's name without case, spaces, underscores and other marks.

    Examples
    --------
    >>> fold_name("Job_Title"), fold_name("Hours / Week"), fold_name("baseSalary")
    ('jobtitle', 'hoursweek', 'basesalary')
    """
    return "".join(filter(str.isalnum, name.casefold()))


class Columns:
    """Tells which field each column of a record holds.

    Parameters
    ----------
    renamed : mapping of str to str, optional
        Columns whose names tell nothing, and the field that each holds (``{"blurb": "description"}``).
        Beats the names that are known.

    Raises
    ------
    ConfigError
        A field that no posting has.

    Examples
    --------
    >>> Columns().plan(("Job Title", "job_description", "Views"))
    {'title': ('Job Title',), 'description': ('job_description',)}
    >>> Columns({"Views": "title"}).plan(("Job Title", "Views"))
    {'title': ('Views', 'Job Title')}
    """

    def __init__(self, renamed: Mapping[str, str] | None = None) -> None:
        by_name = {fold_name(field): field for field in FIELDS}
        self._renamed: dict[str, str] = {}
        for theirs, ours in (renamed or {}).items():
            field = by_name.get(fold_name(ours))
            if field is None:
                raise ConfigError(
                    "no such field", where=f"--map {theirs}={ours}", expected=f"one of {', '.join(FIELDS)}"
                )
            self._renamed[fold_name(theirs) or theirs] = field
        self._plans: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def plan(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Fields that `names` hold, each with its columns, best first; a column without a field stands nowhere."""
        key = tuple(names)
        plan = self._plans.get(key)
        if plan is None:
            if len(self._plans) >= _MOST_PLANS:  # records without a common form must not fill the memory
                self._plans.clear()
            plan = self._plans[key] = self._make_plan(key)
        return plan

    def _make_plan(self, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        ranked: dict[str, list[tuple[int, str]]] = {}
        for name in names:
            folded = fold_name(name)
            settled = self._renamed.get(folded or name)
            for rank, field in [(-1, settled)] if settled else _FIELDS_OF.get(folded, ()):
                ranked.setdefault(field, []).append((rank, name))
        return {
            field: tuple(name for _, name in sorted(ranked[field], key=lambda pair: pair[0]))
            for field in FIELDS
            if field in ranked
        }
