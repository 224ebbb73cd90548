namespace PbfFieldBot.Channels.Telegram;

/// <summary>Memory that takes so many bytes and no more: the other side's word on a file's size can be wrong.</summary>
internal sealed class BoundedStream(long largest) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        Check(count);
        base.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Check(count);
        return base.WriteAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Check(buffer.Length);
        return base.WriteAsync(buffer, cancellationToken);
    }

    private void Check(int more)
    {
        if (Length + more > largest)
            throw new BoundedStreamException();
    }
}

/// <summary>More came than was agreed.</summary>
internal sealed class BoundedStreamException : Exception;
