using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>Each ${name} of an expression or a text must be a question asked before (in a constraint and what the bot says of it, also the question itself).</summary>
internal static class KnownReferences
{
    public static void Check(Dialog dialog, Findings findings)
    {
        var all = dialog.Questions.SelectMany(q => q.VariableNames).Concat(DialogVariables.Always).ToHashSet(StringComparer.Ordinal);
        var before = DialogVariables.Always.ToHashSet(StringComparer.Ordinal);
        foreach (var question in dialog.Questions)
        {
            var source = question.Source;
            var references = new Looked(dialog, question, all, findings);
            foreach (var (key, expression) in Before(source))
                references.Check(key, expression?.References ?? [], before);
            foreach (var (key, text) in new[] { ("label", source.Label), ("hint", source.Hint), ("required_message", source.RequiredMessage) })
                references.Check(key, text, before);
            before.UnionWith(question.VariableNames);
            references.Check("constraint", source.Constraint?.References ?? [], before);
            references.Check("constraint_message", source.ConstraintMessage, before);
        }
    }

    // What is worked out before the question is asked.
    private static IEnumerable<(string Key, XFormExpression? Expression)> Before(QuestionSource source) =>
        [("relevant", source.Relevant), ("default", source.Default), ("calculation", source.Calculation)];

    private sealed class Looked(Dialog dialog, Question question, HashSet<string> all, Findings findings)
    {
        public void Check(string key, string? text, HashSet<string> before)
        {
            if (text is null)
                return;
            if (FilledText.IsBroken(text))
                findings.Add(ProblemCodes.BadReferenceInText, question.Source, key);
            Check(key, FilledText.References(text), before);
        }

        public void Check(string key, IEnumerable<string> names, HashSet<string> before)
        {
            foreach (var name in names.Where(n => !before.Contains(n)).Distinct())
                Add(key, name);
        }

        private void Add(string key, string name)
        {
            if (question.Name == name || question.VariableNames.Contains(name))
                findings.Add(ProblemCodes.ReferenceToItself, question.Source, key, ("name", name));
            else if (dialog.Find(name) is NoteQuestion)
                findings.Add(ProblemCodes.ReferenceToNoAnswer, question.Source, key, ("name", name));
            else if (all.Contains(name))
                findings.Add(DependsOn(name, question) ? ProblemCodes.ReferenceLoop : ProblemCodes.ReferenceToLater, question.Source, key, ("name", name), ("question", question.Name));
            else if (YamlKeys.Near(name, all) is { } near)
                findings.Add(ProblemCodes.UnknownReferenceNear, question.Source, key, ("name", name), ("near", near));
            else
                findings.Add(ProblemCodes.UnknownReference, question.Source, key, ("name", name));
        }

        // True when what the name stands for needs this question, perhaps through others: neither can come first.
        private bool DependsOn(string name, Question needed)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([name]);
            while (open.TryPop(out var next))
            {
                if (!seen.Add(next) || dialog.Questions.FirstOrDefault(q => q.VariableNames.Contains(next)) is not { } other)
                    continue;
                if (other.Name == needed.Name)
                    return true;
                foreach (var reference in Before(other.Source).SelectMany(e => e.Expression?.References ?? []))
                    open.Push(reference);
            }

            return false;
        }
    }
}
