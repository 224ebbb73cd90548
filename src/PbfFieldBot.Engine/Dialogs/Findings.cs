using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Collects the problems of the dialogs folder: each check adds what it finds, nothing stops at the first.</summary>
public sealed class Findings
{
    private static readonly PhraseFile Sentences = PhraseFile.Load(typeof(Findings).Assembly, "problems.fr.yaml");
    private readonly List<Problem> problems = [];

    /// <summary>All problems by file, line and column.</summary>
    public IReadOnlyList<Problem> Problems => [.. problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    public bool Any => problems.Count > 0;

    /// <summary>Adds a problem at a place of a file, with its sentence of problems.fr.yaml.</summary>
    public void Add(string code, string file, int line, int column, params ReadOnlySpan<(string Name, object? Value)> values) =>
        problems.Add(new Problem(code, file, line, column, Sentences.Text(code, values)));

    /// <summary>Adds a problem at an item of a YAML file.</summary>
    public void Add(string code, string file, YamlItem item, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Add(code, file, item.Line, item.Column, values);

    /// <summary>Adds a problem at a key of a question; at the question itself when it has no such key.</summary>
    public void Add(string code, QuestionSource question, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var (line, column) = question.Keys.TryGetValue(key, out var place) ? place : (question.At.Line, question.At.Column);
        Add(code, question.At.File, line, column, values);
    }

    /// <summary>Adds a problem whose sentence is made elsewhere (expressions).</summary>
    public void AddSentence(string code, string file, YamlItem item, string sentence) =>
        problems.Add(new Problem(code, file, item.Line, item.Column, sentence));

    /// <summary>Adds what kept a file from being read.</summary>
    public void Add(string file, YamlProblemException problem) =>
        Add(problem.Code, file, problem.Line, problem.Column, ("detail", problem.Message), ("key", problem.Message));

    /// <summary>True when something is already wrong with that key of a question.</summary>
    public bool IsBroken(QuestionSource question, string key) =>
        question.Keys.TryGetValue(key, out var place) && problems.Exists(p => (p.File, p.Line, p.Column) == (question.At.File, place.Line, place.Column));

    /// <summary>True when something is wrong with that file: what others say of it may only follow from that.</summary>
    public bool IsBroken(string file) => problems.Exists(p => p.File == file);
}
