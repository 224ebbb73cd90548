using System.Security.Cryptography;
using System.Text;

namespace PbfFieldBot.Intake;

/// <summary>
/// Seals what is kept of an update that failed (AES-256-GCM). The key stands in a file of its own, readable by its owner only: a copy of the database
/// alone, or a backup, shows nothing.
/// </summary>
public sealed class ContentKey(string file)
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>The sealed form of a text: nonce, tag, cipher. The key's file is made when it is needed first.</summary>
    public byte[] Seal(string text)
    {
        using var cipher = new AesGcm(ReadOrMake(), TagBytes);
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceBytes));
        cipher.Encrypt(sealedText.AsSpan(0, NonceBytes), plain, sealedText.AsSpan(NonceBytes + TagBytes), sealedText.AsSpan(NonceBytes, TagBytes));
        return sealedText;
    }

    /// <summary>The text again; null when the key is not there or is another one.</summary>
    public string? Open(byte[] sealedText)
    {
        if (!File.Exists(file) || sealedText.Length < NonceBytes + TagBytes)
            return null;
        try
        {
            using var cipher = new AesGcm(File.ReadAllBytes(file), TagBytes);
            var plain = new byte[sealedText.Length - NonceBytes - TagBytes];
            cipher.Decrypt(sealedText.AsSpan(0, NonceBytes), sealedText.AsSpan(NonceBytes + TagBytes), sealedText.AsSpan(NonceBytes, TagBytes), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[] ReadOrMake()
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);

            // Written aside first: a crash leaves no half of a key, and of two processes one wins.
            var part = $"{file}.{Environment.ProcessId}";
            using (var stream = new FileStream(part, OwnerOnly()))
            {
                stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
                stream.Flush(flushToDisk: true);
            }

            Publish(part);
        }

        return File.ReadAllBytes(file);
    }

    private void Publish(string part)
    {
        try
        {
            File.Move(part, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(part);
        }
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
