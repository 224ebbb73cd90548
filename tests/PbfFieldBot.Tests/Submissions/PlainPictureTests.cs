using System.Text;
using PbfFieldBot.Submissions;
using SkiaSharp;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

public sealed class PlainPictureTests
{
    [Fact, Trait("Ligne", "B13")]
    public void PlaceAndDeviceAreGone()
    {
        var photo = TestPicture.OnItsSide();
        Assert.Contains(TestPicture.Canary, Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        var plain = Encoding.Latin1.GetString(PlainPicture.Of(photo)!);
        Assert.DoesNotContain(TestPicture.Canary, plain, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void APhotoTakenOnItsSideIsTurnedUpright()
    {
        using var picture = SKBitmap.Decode(PlainPicture.Of(TestPicture.OnItsSide()));
        Assert.Equal((20, 40), (picture.Width, picture.Height));
        Assert.True(picture.GetPixel(10, 5).Red > 200 && picture.GetPixel(10, 35).Blue > 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a picture")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void WhatIsNoPictureIsRefused(string content) => Assert.Null(PlainPicture.Of(Encoding.UTF8.GetBytes(content)));
}
