using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

public class ComputerNameTests
{
    [Fact]
    public void The_name_is_that_of_the_control_set_that_is_current()
    {
        var hive = System();
        Assert.Equal(("TWO", "two"), (ComputerName.Read(hive), ComputerName.ReadHostName(hive)));
        Assert.Equal("ControlSet002", CurrentControlSet.Find(hive).Name);
    }

    [Fact]
    public void A_new_name_goes_to_all_three_places_of_the_current_control_set()
    {
        var hive = System();
        ComputerName.Write(hive, "A-long-name-of-a-computer");
        hive = AnyHive.Reopen(hive);
        Assert.Equal("A-LONG-NAME-OF-", ComputerName.Read(hive));
        var parameters = hive.Find(@"ControlSet002\Services\Tcpip\Parameters")!;
        Assert.Equal("A-long-name-of-a-computer", parameters.FindValue("Hostname")!.ReadText());
        Assert.Equal("A-long-name-of-a-computer", parameters.FindValue("NV Hostname")!.ReadText());
        Assert.Equal("ONE", hive.Find(@"ControlSet001\Control\ComputerName\ComputerName")!
            .FindValue("ComputerName")!.ReadText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("größe")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_name_is_refused(string name)
        => Assert.Throws<ArgumentException>(() => ComputerName.Write(System(), name));

    [Fact]
    public void Another_hive_has_no_computer_name()
    {
        Assert.Throws<DiskFormatException>(() => ComputerName.Read(AnyHive.Full()));
        var hive = System();
        hive.Find("Select")!.SetNumber("Current", 3);
        Assert.Throws<DiskFormatException>(() => ComputerName.Write(hive, "x"));
    }

    private static RegistryHive System()
    {
        var hive = AnyHive.Empty();
        hive.Root.CreateSubkey("Select").SetNumber("Current", 2);
        foreach (var (number, name) in new[] { (1, "one"), (2, "two") })
        {
            hive.Root.CreateSubkey($@"ControlSet00{number}\Control\ComputerName\ComputerName")
                .SetText("ComputerName", name.ToUpperInvariant());
            var parameters = hive.Root.CreateSubkey($@"ControlSet00{number}\Services\Tcpip\Parameters");
            parameters.SetText("Hostname", name);
            parameters.SetText("NV Hostname", name);
        }

        return hive;
    }
}
