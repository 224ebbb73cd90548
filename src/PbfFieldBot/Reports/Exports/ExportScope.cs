namespace PbfFieldBot.Reports.Exports;

/// <summary>What of the project an export is about.</summary>
/// <param name="AsOf">Activities up to and including this day; null for all.</param>
/// <param name="Area">The p-code of a region or cercle; null for the whole project.</param>
/// <param name="Versions">True: every revision of a report, not only the last.</param>
/// <param name="SentFrom">Only reports sent from this moment on (UTC ticks)...</param>
/// <param name="SentUntil">...and before this one; null for all.</param>
internal sealed record ExportScope(DateOnly? AsOf = null, string? Area = null, bool Versions = false, long? SentFrom = null, long? SentUntil = null);
