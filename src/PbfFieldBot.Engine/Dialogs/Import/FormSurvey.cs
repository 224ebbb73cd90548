using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>Reads the rows of the sheet `survey` into questions, following groups and repeats.</summary>
internal sealed partial class FormSurvey(DraftDialog dialog, FormColumns columns, FormChoices choices, List<ImportNote> notes, PhraseFile say)
{
    private static readonly string[] Yes = ["yes", "true", "true()", "1", "oui"];
    private static readonly string[] No = ["", "no", "false", "false()", "0", "non"];
    private const string Understood = "compris";
    private readonly FormNames names = new();
    private readonly Stack<(string Name, string Relevant, bool Repeat)> open = new();
    private readonly Dictionary<string, string> listNames = new(StringComparer.Ordinal);

    public void Read(IEnumerable<FormRow> rows)
    {
        foreach (var row in rows)
            if (columns.Read(row, "type") is { Length: > 0 } type)
                Read(row, FormType.Of(type), columns.Read(row, "name"));

        // Names may be used before the row that declares them: references are followed when all are known.
        foreach (var question in dialog.Questions)
            foreach (var (key, value) in question.Keys.Where(k => k.Key is not ("type" or "name")).ToList())
                question[key] = names.Follow(value);
    }

    private void Read(FormRow row, FormType type, string name)
    {
        switch (type.Kind)
        {
            case FormKind.BeginGroup or FormKind.BeginRepeat:
                if (type.Kind is FormKind.BeginRepeat)
                    Note(row, "repeat", ("name", name));
                open.Push((name, Expression(row, "relevant"), type.Kind is FormKind.BeginRepeat));
                break;
            case FormKind.EndGroup or FormKind.EndRepeat:
                open.TryPop(out _);
                break;
            case var _ when Yes.Contains(columns.Read(row, "disabled").ToLowerInvariant()):
                Note(row, "disabled", ("name", name));
                break;
            case FormKind.Metadata:
                Metadata(row, type, name);
                break;
            case var _ when open.Any(o => o.Repeat):
                if (IsRequired(row))
                    Refuse(row, "repeat_required", ("name", name));
                break;
            case FormKind.Impossible when IsRequired(row):
                Refuse(row, "impossible_required", ("name", name), ("type", type.Type));
                break;
            case FormKind.Impossible:
                Note(row, "impossible", ("name", name), ("type", type.Type));
                break;
            default:
                Question(row, type, name);
                break;
        }
    }

    // A day that expressions may speak of stays, as a calculation.
    private void Metadata(FormRow row, FormType type, string name)
    {
        Note(row, "metadata", ("name", name));
        if (type.Type is not ("today" or "start" or "end"))
            return;
        var question = new DraftQuestion(row.Number, name) { ["type"] = "calculate", ["name"] = names.Take(name), ["calculation"] = type.Type == "today" ? "today()" : "now()" };
        dialog.Questions.Add(question);
    }

    private void Question(FormRow row, FormType type, string name)
    {
        var list = type.Kind is FormKind.Select ? ListOf(row, type, name) : null;
        if (type.Kind is FormKind.Select && list is null)
            return;
        if (type.Remark is { } remark)
            Note(row, remark, ("name", name));
        if (columns.Read(row, "choice_filter").Length > 0)
            Note(row, "choice_filter", ("name", name));
        var taken = names.Take(name.Length > 0 ? name : type.Type);
        if (taken != name)
            Note(row, "renamed", ("name", name), ("new", taken));
        var keyword = Keyword(row, type, list);
        var question = new DraftQuestion(row.Number, name) { ["type"] = keyword, ["name"] = taken };
        if (keyword == "calculate")
            question["calculation"] = Calculation(row);
        else
            Asked(row, question, type);
        question["relevant"] = Relevant(row);
        dialog.Questions.Add(question);
        if (type.OrOther)
            AddOther(row, question, type);
    }

    private string? ListOf(FormRow row, FormType type, string name)
    {
        if (choices.Find(type.List) is not { Count: > 0 } found)
        {
            if (IsRequired(row))
                Refuse(row, "missing_list_required", ("name", name), ("list", type.List));
            else
                Note(row, "missing_list", ("name", name), ("list", type.List));
            return null;
        }

        var plain = listNames.TryGetValue(type.List, out var known) ? known : listNames[type.List] = FormNames.Plain(type.List);
        if (type.OrOther && found.All(c => c.Name != "other"))
        {
            found = [.. found, new Choice("other", say.Text("other_choice"), [])];
            plain += "_or_other";
        }

        dialog.Lists[plain] = found;
        return plain;
    }

    private string Keyword(FormRow row, FormType type, string? list)
    {
        if (list is not null)
            return type.Type + " " + list;
        if (type.Type == "acknowledge")
        {
            dialog.Lists[Understood] = [new Choice(Understood, say.Text("understood"), [])];
            return "select_one " + Understood;
        }

        return type.Type == "text" && Yes.Contains(columns.Read(row, "read_only").ToLowerInvariant()) && columns.Read(row, "calculation").Length > 0 ? "calculate" : type.Type;
    }

    private void Asked(FormRow row, DraftQuestion question, FormType type)
    {
        var label = FormTexts.Plain(columns.Read(row, "label"));
        label = label.Length > 0 ? label : FormTexts.Plain(columns.Read(row, "hint")) is { Length: > 0 } hint ? hint : question.FormName;
        if (type.Type != "note")
            question["title"] = FormTexts.Title(label);
        var more = FormTexts.Plain(columns.Read(row, "hint"));
        if (type.Type == "note")
        {
            question["label"] = Shortened(row, question, "label", more.Length == 0 || more == label ? label : label + " " + more);
            return;
        }

        question["label"] = Shortened(row, question, "label", label);
        question["hint"] = Shortened(row, question, "hint", more);
        question["required"] = IsRequired(row) ? "true" : "";
        if (!IsRequired(row) && !No.Contains(columns.Read(row, "required").ToLowerInvariant()))
            Note(row, "conditional_required", ("name", question.FormName));
        question["required_message"] = Shortened(row, question, "required_message", FormTexts.Plain(columns.Read(row, "required_message")));
        question["constraint"] = Constraint(row);
        if (question["constraint"].Length > 0)
            question["constraint_message"] = Shortened(row, question, "constraint_message", FormTexts.Plain(columns.Read(row, "constraint_message")) is { Length: > 0 } said ? said : say.Text("constraint_message"));
        question["default"] = Default(row);
    }

    // or_other: the choice "other" and a question for it, as pyxform makes them.
    private void AddOther(FormRow row, DraftQuestion question, FormType type)
    {
        var name = names.Take(question.FormName + "_other");
        var chosen = type.Type == "select_one" ? "${" + question["name"] + "} = 'other'" : "selected(${" + question["name"] + "}, 'other')";
        dialog.Questions.Add(new DraftQuestion(row.Number, question.FormName + "_other")
        {
            ["type"] = "text",
            ["name"] = name,
            ["title"] = FormTexts.Short(say.Text("other_choice") + " : " + question["title"], Limits.ChoiceLabelCharacters),
            ["label"] = say.Text("other_label"),
            ["relevant"] = chosen,
        });
    }

    private string Relevant(FormRow row) =>
        string.Join(" and ", open.Reverse().Select(o => o.Relevant).Append(Expression(row, "relevant")).Where(r => r.Length > 0).Select(r => open.Any(o => o.Relevant.Length > 0) ? "(" + r + ")" : r));

    private string Constraint(FormRow row)
    {
        var constraint = Expression(row, "constraint");
        var range = Range().Matches(columns.Read(row, "parameters")).ToDictionary(m => m.Groups["key"].Value.ToLowerInvariant(), m => m.Groups["value"].Value, StringComparer.Ordinal);
        if (constraint.Length > 0 || !columns.Read(row, "type").Trim().Equals("range", StringComparison.OrdinalIgnoreCase))
            return constraint;
        return $". >= {range.GetValueOrDefault("start", "0")} and . <= {range.GetValueOrDefault("end", "10")}";
    }

    private string Calculation(FormRow row)
    {
        var calculation = Expression(row, "calculation");
        return calculation.Length > 0 ? calculation : Default(row) is { Length: > 0 } value ? value : "''";
    }

    // A default is a plain value unless it is written as an expression; a calculation of a question that is asked proposes its answer.
    private string Default(FormRow row)
    {
        var value = FormTexts.Number(columns.Read(row, "default"));
        if (value.Length == 0)
            return Expression(row, "calculation");
        return IsExpression().IsMatch(value) ? value : "'" + value.Replace('\'', '\u2019') + "'";
    }

    private string Expression(FormRow row, string column) => columns.Read(row, column).Replace('\n', ' ');

    private bool IsRequired(FormRow row) => Yes.Contains(columns.Read(row, "required").ToLowerInvariant());

    private string Shortened(FormRow row, DraftQuestion question, string key, string text)
    {
        if (text.Length > Limits.LabelCharacters)
            Note(row, "short_text", ("name", question.FormName), ("key", key));
        return FormTexts.Short(text, Limits.LabelCharacters);
    }

    private void Note(FormRow row, string sentence, params ReadOnlySpan<(string, object?)> values) => notes.Add(new ImportNote("survey", row.Number, say.Text(sentence, values)));

    private void Refuse(FormRow row, string sentence, params ReadOnlySpan<(string, object?)> values) => notes.Add(new ImportNote("survey", row.Number, say.Text(sentence, values), Refused: true));

    [GeneratedRegex(@"\$\{|[a-z-]+\s*\(")]
    private static partial Regex IsExpression();

    [GeneratedRegex(@"(?<key>\w+)\s*=\s*(?<value>-?[0-9.]+)")]
    private static partial Regex Range();
}
