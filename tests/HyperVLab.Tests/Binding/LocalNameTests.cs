using HyperVLab.Binding;

namespace HyperVLab.Tests.Binding;

public sealed class LocalNameTests
{
    [Theory]
    [InlineData("readme.txt")]
    [InlineData("Grüße.txt")]
    [InlineData("a[1] b.c.d")]
    [InlineData(".profile")]
    [InlineData("...x")]
    public void A_plain_name_is_usable_everywhere(string name)
    {
        Assert.True(LocalName.IsUsable(name, isWindows: false));
        Assert.True(LocalName.IsUsable(name, isWindows: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("..\\x")]
    [InlineData("/etc/passwd")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\e[2J")]
    [InlineData("half \ud800 of a letter")]
    public void A_name_that_leads_elsewhere_or_is_no_name_is_usable_nowhere(string name)
    {
        Assert.False(LocalName.IsUsable(name, isWindows: false));
        Assert.False(LocalName.IsUsable(name, isWindows: true));
    }

    [Theory]
    [InlineData("aux")]
    [InlineData("Con.txt")]
    [InlineData("nul .txt")]
    [InlineData("COM1")]
    [InlineData("lpt².log")]
    [InlineData("a:b")]
    [InlineData("what?")]
    [InlineData("end.")]
    [InlineData("end ")]
    public void What_Windows_does_not_take_is_refused_there_alone(string name)
    {
        Assert.True(LocalName.IsUsable(name, isWindows: false));
        Assert.False(LocalName.IsUsable(name, isWindows: true));
    }
}
