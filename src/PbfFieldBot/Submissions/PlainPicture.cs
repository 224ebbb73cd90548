using SkiaSharp;

namespace PbfFieldBot.Submissions;

/// <summary>A picture drawn anew: nothing of the file that came but what one sees. Place, time and device in it are gone, and so is anything hidden.</summary>
public static class PlainPicture
{
    // An attendance list stays readable at this size; a phone's own pictures are larger.
    private const int LongestSide = 2048;
    private const long MostPixels = 60_000_000;
    private const int Quality = 82;

    /// <summary>The picture as JPEG, upright; null when the bytes are no picture or unfold to an absurd size.</summary>
    public static byte[]? Of(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info is var info && (info.Width <= 0 || info.Height <= 0 || (long)info.Width * info.Height > MostPixels))
            return null;
        using var bitmap = SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height));
        if (bitmap is null)
            return null;
        var (width, height) = IsOnItsSide(codec.EncodedOrigin) ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(width, height));
        using var surface = SKSurface.Create(new SKImageInfo(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale))));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        Turn(surface.Canvas, codec.EncodedOrigin, width, height);
        using var image = SKImage.FromBitmap(bitmap);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }

    private static bool IsOnItsSide(SKEncodedOrigin origin) => origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    // The way in which the phone was held stands in what is left behind: the picture is turned instead.
    private static void Turn(SKCanvas canvas, SKEncodedOrigin origin, int width, int height)
    {
        switch (origin)
        {
            case SKEncodedOrigin.BottomRight:
                canvas.RotateDegrees(180, width / 2f, height / 2f);
                break;
            case SKEncodedOrigin.RightTop:
                canvas.Translate(width, 0);
                canvas.RotateDegrees(90);
                break;
            case SKEncodedOrigin.LeftBottom:
                canvas.Translate(0, height);
                canvas.RotateDegrees(270);
                break;
        }
    }
}
