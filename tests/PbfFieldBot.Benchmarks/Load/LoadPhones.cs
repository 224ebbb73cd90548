using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PbfFieldBot.Benchmarks.Load;

/// <summary>People who each report trainings question by question, without a pause: the next word goes off as soon as the bot has answered the one before.</summary>
internal sealed class LoadPhones
{
    public const long FirstChat = 5_000_000_000;
    private const int DaysBetween = 3;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);
    private static readonly string[] Cercles = ["Bandiagara", "Bankass", "Djenné", "Douentza", "Koro", "Mopti", "Ténenkou", "Youwarou", "Baraouéli", "Bla", "Macina", "Niono", "San", "Ségou", "Tominian"];

    // What is written, and a piece of the answer that it waits for.
    private static readonly (string Says, string Expects)[] Talk =
    [
        ("formation", "Qui a été formé"),
        ("agents techniques", "Quel jour"),
        ("{date}", "Où"),
        ("{place}", "Combien de personnes"),
        ("20 dont 8 femmes", "jeunes"),
        ("3", "déjà été formés"),
        ("aucun", "Sur quoi"),
        ("la gestion des conflits", "photo"),
        ("passer", "J'envoie"),
        ("oui", "Reçu"),
    ];

    private readonly Phone[] phones;
    private readonly int reports;
    private readonly ConcurrentQueue<string> surprises = new();
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DateTime firstDay;
    private int left;
    private int answers;

    public LoadPhones(int people, int reports)
    {
        this.reports = reports;
        left = people;
        firstDay = DateTime.UtcNow.Date.AddDays(-1);
        phones = [.. Enumerable.Range(0, people).Select(i => new Phone(i))];
    }

    /// <summary>Updates that a whole run takes.</summary>
    public int Updates => phones.Length * reports * Talk.Length;

    /// <summary>Answers that were not those waited for.</summary>
    public IReadOnlyCollection<string> Surprises => surprises;

    /// <summary>Time from each word to its answer, in milliseconds, sorted.</summary>
    public double[] Latencies => [.. phones.SelectMany(p => p.Latencies).Order()];

    /// <summary>Lets all report; false when for a while nobody was answered any more.</summary>
    public async Task<bool> RunAsync(LoadTelegram telegram)
    {
        foreach (var phone in phones)
            Say(phone, telegram);
        for (var before = -1; !done.Task.IsCompleted; before = answers)
        {
            await Task.WhenAny(done.Task, Task.Delay(LongestSilence));
            if (answers == before)
                return false;
        }

        return true;
    }

    /// <summary>Where those stand who were not answered.</summary>
    public IEnumerable<string> Stuck => phones.Where(p => p.Report < reports).Take(5).Select(p => string.Create(CultureInfo.InvariantCulture, $"report {p.Report}: « {Words(p)} »"));

    /// <summary>The bot said something in a chat.</summary>
    public void Heard(long chat, string text, LoadTelegram telegram)
    {
        var number = chat - FirstChat;
        if (number < 0 || number >= phones.Length)
            return;
        var phone = phones[number];
        if (!text.Contains(Talk[phone.Step].Expects, StringComparison.Ordinal))
        {
            if (surprises.Count < 20)
                surprises.Enqueue(string.Create(CultureInfo.InvariantCulture, $"« {Words(phone)} » → {text}"));
            return;
        }

        Interlocked.Increment(ref answers);
        phone.Latencies.Add(Stopwatch.GetElapsedTime(phone.Since).TotalMilliseconds);
        phone.Step = (phone.Step + 1) % Talk.Length;
        if (phone.Step == 0 && ++phone.Report == reports)
        {
            if (Interlocked.Decrement(ref left) == 0)
                done.SetResult();
            return;
        }

        Say(phone, telegram);
    }

    private void Say(Phone phone, LoadTelegram telegram)
    {
        phone.Since = Stopwatch.GetTimestamp();
        telegram.Write(FirstChat + phone.Number, Words(phone));
    }

    // No two trainings at the same place within a day of each other: they would be asked about.
    private string Words(Phone phone)
    {
        var n = (phone.Number * reports) + phone.Report;
        return Talk[phone.Step].Says switch
        {
            "{date}" => firstDay.AddDays(-DaysBetween * (n / Cercles.Length)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            "{place}" => "cercle de " + Cercles[n % Cercles.Length],
            var words => words,
        };
    }

    private sealed class Phone(int number)
    {
        public int Number => number;

        public int Report { get; set; }

        public int Step { get; set; }

        public long Since { get; set; }

        public List<double> Latencies { get; } = [];
    }
}
