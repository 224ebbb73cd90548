using System.Globalization;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`headcount`: people by sex and age in one answer ("15 dont 6 femmes") or part by part ("15", then "6").</summary>
public sealed record HeadcountQuestion(QuestionSource Source) : Question(Source)
{
    /// <summary>The headcount whose numbers are the contract's slots participants_total, women, men, youth.</summary>
    public const string Participants = "participants";

    public override IEnumerable<string> VariableNames => Name == Participants
        ? [Name, .. Suffixed, "participants_total", "women", "men", "youth"]
        : [Name, .. Suffixed];

    private IEnumerable<string> Suffixed => [Name + "_total", Name + "_women", Name + "_men", Name + "_youth"];

    public override Reading Read(Input input, ReadingContext context)
    {
        if (input is not Message message)
            return RefuseOther(context, input);
        if (context is { Part: { } part, Before: HeadcountAnswer before })
            return ReadPart(message.Text, part, before.Value, context);
        var reading = Headcounts.Read(message.Text);
        if (reading.Count is not { } count)
            return Refuse(context, reading.Reject ?? RejectReasons.NotANumber, message.Text);
        return Checked(count, context);
    }

    public override string Show(AnswerValue value)
    {
        if (value is not HeadcountAnswer { Value: var count })
            return "";
        var total = (count.Approximate ? "environ " : "") + (count.Total?.ToString("#,0", CultureInfo.GetCultureInfo("fr-FR")) ?? "?");
        List<string> parts = [];
        AddPart(parts, count.Women, "femme");
        AddPart(parts, count.Men, "homme");
        if (count.Youth is { } youth)
            parts.Add(youth + (youth < 2 ? " jeune" : " jeunes"));
        return parts.Count == 0 ? total : total + " (" + string.Join(", ", parts) + ")";
    }

    public override IEnumerable<KeyValuePair<string, object>> Variables(AnswerValue value)
    {
        if (value is not HeadcountAnswer { Value: var count })
            yield break;
        foreach (var (suffix, slot, number) in Numbers(count))
        {
            yield return new(Name + "_" + suffix, (double)number);
            if (suffix == "total")
                yield return new(Name, (double)number);
            if (Name == Participants)
                yield return new(slot, (double)number);
        }
    }

    public override string? MissingPart(AnswerValue value, Func<string, bool> passed) => value is HeadcountAnswer { Value: var count } && count.Total is not 0
        ? Source.Parts.FirstOrDefault(part => Part(count, part) is null && !passed(part))
        : null;

    private static IEnumerable<(string Suffix, string Slot, int Number)> Numbers(Headcount count)
    {
        if (count.Total is { } total)
            yield return ("total", "participants_total", total);
        if (count.Women is { } women)
            yield return ("women", "women", women);
        if (count.Men is { } men)
            yield return ("men", "men", men);
        if (count.Youth is { } youth)
            yield return ("youth", "youth", youth);
    }

    private static int? Part(Headcount count, string part) => part switch
    {
        "women" => count.Women,
        "men" => count.Men,
        "youth" => count.Youth,
        _ => throw new ArgumentException("no such part: " + part, nameof(part)),
    };

    // A bare number, or "6 femmes" when the women are asked, fills the part; a whole new count replaces what was said before.
    private static Reading ReadPart(string text, string part, Headcount before, ReadingContext context)
    {
        var reading = Headcounts.Read(text);
        if (reading.Count is not { } said)
            return Refuse(context, reading.Reject ?? RejectReasons.NotANumber, text);
        if (said is { Total: { } total, Women: null, Men: null, Youth: null })
            return Checked(With(before, part, total), context);
        if (Part(said, part) is { } number && (said.Total is null || said.Total == number || said.Total == before.Total))
            return Checked(With(before, part, number), context);
        return Checked(said, context);
    }

    private static Headcount With(Headcount count, string part, int number) => part switch
    {
        "women" => count with { Women = number },
        "men" => count with { Men = number },
        _ => count with { Youth = number },
    };

    private static Reading Checked(Headcount stated, ReadingContext context)
    {
        if (stated.Total > Limits.PeopleInOneActivity)
            return Refuse(context, RejectReasons.TooLarge);
        var count = stated.Derived();
        if (count.Total is not { } total)
            return Refuse(context, RejectReasons.TotalMissing);
        string? contradiction = count switch
        {
            { Women: { } w } when w > total => RejectReasons.WomenGtTotal,
            { Men: { } m } when m > total => RejectReasons.MenGtTotal,
            { Youth: { } y } when y > total => RejectReasons.YouthGtTotal,
            { Women: { } w, Men: { } m } when w + m != total => RejectReasons.SumMismatch,
            _ => null,
        };
        return contradiction is null ? new Accepted(new HeadcountAnswer(count)) : Refuse(context, contradiction, total.ToString(CultureInfo.InvariantCulture));
    }

    private static void AddPart(List<string> parts, int? number, string word)
    {
        if (number is { } n)
            parts.Add(n + " " + word + (n < 2 ? "" : "s"));
    }
}
