using System.Text;
using SkiaSharp;

namespace PbfFieldBot.Tests;

/// <summary>A photo as phones take it: JPEG with place, device and the way the phone was held.</summary>
internal static class TestPicture
{
    /// <summary>Stands in the metadata and must be found nowhere.</summary>
    public const string Canary = "CANARI-GPS-14.4843N-4.1828W";

    private const byte TurnedRight = 6;

    /// <summary>Left half red, right half blue, and held so that it must be turned to the right.</summary>
    public static byte[] OnItsSide()
    {
        using var surface = SKSurface.Create(new SKImageInfo(40, 20));
        surface.Canvas.Clear(SKColors.Red);
        surface.Canvas.DrawRect(20, 0, 20, 20, new SKPaint { Color = SKColors.Blue });
        using var image = surface.Snapshot();
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 95);
        var plain = jpeg.ToArray();
        return [.. plain[..2], .. Exif(), .. plain[2..]];
    }

    // APP1: "Exif", a TIFF head, one directory with orientation and the maker's name.
    private static byte[] Exif()
    {
        var maker = Encoding.ASCII.GetBytes(Canary + "\0");
        byte[] tiff =
        [
            .. "MM\0*"u8, 0, 0, 0, 8, 0, 2,
            0x01, 0x0F, 0, 2, 0, 0, 0, (byte)maker.Length, 0, 0, 0, 38,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, TurnedRight, 0, 0,
            0, 0, 0, 0, .. maker,
        ];
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xE1, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
    }
}
