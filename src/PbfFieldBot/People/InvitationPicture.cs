using QRCoder;

namespace PbfFieldBot.People;

/// <summary>An invitation's link as a picture that the other phone takes.</summary>
public static class InvitationPicture
{
    private const int PixelsOfModule = 8;

    /// <summary>PNG.</summary>
    public static byte[] Png(string link)
    {
        using var qr = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(qr);
        return png.GetGraphic(PixelsOfModule);
    }

    /// <summary>For a terminal.</summary>
    public static string Drawn(string link)
    {
        using var qr = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var drawing = new AsciiQRCode(qr);
        return drawing.GetGraphicSmall();
    }
}
