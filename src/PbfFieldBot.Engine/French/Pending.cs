// Signatures only, until the readers land: delete a class here when yours replaces it.
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.French;

public static class FrenchNumbers
{
    public static NumberReading Read(string text) => throw new NotImplementedException(text);
}

public static class Headcounts
{
    public static HeadcountReading Read(string text) => throw new NotImplementedException(text);
}

public static class FrenchDates
{
    public static DateReading Read(string text, DateOnly reference) => throw new NotImplementedException(text + reference);
}

public static class Folding
{
    public static string Fold(string text) => throw new NotImplementedException(text);
}
