namespace PbfFieldBot;

/// <summary>Something the program cannot do, for a reason that the person who runs it can mend: the message is one French sentence. Exit code 1.</summary>
public sealed class RefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
