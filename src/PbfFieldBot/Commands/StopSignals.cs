using System.Runtime.InteropServices;

namespace PbfFieldBot.Commands;

/// <summary>
/// Told to stop (Ctrl+C, systemd): the verb is asked to end and its own exit code holds. System.CommandLine's handling answers 143 now and then although the verb ended well.
/// A second signal ends the program at once, and so does a verb that does not end in time.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // Operators and systemd expect an end within ten seconds.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(9);
    private const int EndedBySignal = 128;
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() => registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, c => Take(c, 2)), PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => Take(c, 15))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stop.Dispose();
    }

    private void Take(PosixSignalContext signal, int number)
    {
        if (stop.IsCancellationRequested)
            return;
        signal.Cancel = true;
        _ = Task.Delay(Farewell, CancellationToken.None).ContinueWith(_ => Environment.Exit(EndedBySignal + number), TaskScheduler.Default);
        stop.Cancel();
    }
}
