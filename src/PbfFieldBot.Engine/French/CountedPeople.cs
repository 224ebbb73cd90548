namespace PbfFieldBot.Engine.French;

/// <summary>The people counted so far: each number as stated, the first contradiction, and what the young of one sex add up to.</summary>
internal sealed class CountedPeople
{
    private int? youngWomen;
    private int? youngMen;

    public int? Total { get; private set; }

    public int? Women { get; private set; }

    public int? Men { get; private set; }

    public int? Youth { get; private set; }

    public string? Reject { get; private set; }

    /// <summary>Notes a number of some people; another number for the same people contradicts it.</summary>
    public void Put(PeopleLabel label, int number)
    {
        switch (label.Group)
        {
            case PeopleGroup.Women when label.Young:
                youngWomen = Same(youngWomen, number);
                break;
            case PeopleGroup.Men when label.Young:
                youngMen = Same(youngMen, number);
                break;
            case PeopleGroup.Women:
                Women = Same(Women, number);
                break;
            case PeopleGroup.Men:
                Men = Same(Men, number);
                break;
            case PeopleGroup.Youth:
                Youth = Same(Youth, number);
                break;
            default:
                PutTotal(number);
                break;
        }
    }

    public void PutTotal(int number) => Total = Same(Total, number);

    /// <summary>"27 hommes dont 6 jeunes, 18 femmes dont 5 jeunes": the young of each sex add up.</summary>
    public void AddYouth(int number) => Youth = Youth + number ?? number;

    public void Refuse(string reason) => Reject ??= reason;

    /// <summary>"que des femmes", "tous des jeunes": all are of one group.</summary>
    public void All(PeopleGroup group)
    {
        if (group == PeopleGroup.Youth)
            (Youth, Total) = (Youth ?? Total ?? Women + Men, Total ?? Women + Men ?? Youth);
        else if (group == PeopleGroup.Women && Men is null && (Women ?? Total) is { } women)
            (Women, Total, Men) = (women, Total ?? women, 0);
        else if (group == PeopleGroup.Men && Women is null && (Men ?? Total) is { } men)
            (Men, Total, Women) = (men, Total ?? men, 0);
    }

    /// <summary>The women and men that were stated are of a part only.</summary>
    public void ForgetSexes() => (Women, Men) = (null, null);

    /// <summary>"20 jeunes dont 8 filles": the young are the whole.</summary>
    public void WholeIsYoung()
    {
        if (Total is null && Women is not null && Men is null && Youth >= Women)
            Total = Youth;
    }

    /// <summary>
    /// "12 femmes et 9 jeunes filles": the girls are among the women, unless the sum says that they stand beside them.
    /// "5 jeunes hommes et 4 jeunes femmes" are nine young people.
    /// </summary>
    public void SettleYoung()
    {
        var (girls, boys) = (Beside(youngWomen, Women), Beside(youngMen, Men));
        var (young, elder) = (youngWomen + youngMen, Women ?? Men);

        // "64 dont 25 femmes et 17 jeunes hommes": there are other men too.
        if (Total is { } all && (Women is { } women && Men is null && youngMen is { } && women + youngMen < all || Men is { } men && Women is null && youngWomen is { } && men + youngWomen < all))
        {
            Youth ??= youngMen ?? youngWomen;
            return;
        }

        (Women, Men) = (Women ?? youngWomen, Men ?? youngMen);
        if (girls + boys > 0 && Total is null)
            Refuse(RejectReasons.Contradiction);
        if (girls + boys > 0 && Women + girls + Men + boys == Total)
            (Women, Men) = (Women + girls, Men + boys);
        if (elder is null && young is not null && (Total ?? young) == young)
            Youth ??= young;
    }

    private static int Beside(int? young, int? all) => young is { } some && all is { } known && some != known ? some : 0;

    private int? Same(int? known, int number)
    {
        if (known is { } before && before != number)
            Refuse(RejectReasons.Contradiction);
        return known ?? number;
    }
}
