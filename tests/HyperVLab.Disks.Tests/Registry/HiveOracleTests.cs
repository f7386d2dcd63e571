using System.Text;
using System.Xml.Linq;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

/// <summary>What other programs read in hives that were made or changed here.</summary>
public class HiveOracleTests
{
    [Fact]
    public void Hivex_reads_a_hive_that_was_made_from_nothing()
    {
        using var folder = new TemporaryFolder();
        var hive = AnyHive.Full();
        File.WriteAllBytes(folder["hive"], hive.ToBytes());
        var (code, output, error) = Tools.Run(Tools.Need("hivexml"), folder["hive"]);
        Assert.True(code == 0, error);
        var root = XDocument.Parse(Encoding.UTF8.GetString(output)).Root!.Element("node")!;
        Assert.Equal(("ROOT", "1"), (root.Attribute("name")!.Value, root.Attribute("root")!.Value));
        Assert.Equal(1100, root.Elements("node").Single(node => node.Attribute("name")!.Value == "Many")
            .Elements("node").Count());
        Assert.Equal(HiveContent.FromHivex(folder["hive"]), HiveContent.Of(hive));
    }

    [Fact]
    public void Reglookup_reads_a_hive_that_was_made_from_nothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["hive"], AnyHive.Full().ToBytes());
        var (code, output, _) = Tools.Run(Tools.Need("reglookup"), "-p", "/Software", folder["hive"]);
        Assert.Equal(0, code);
        var lines = Encoding.UTF8.GetString(output).Split('\n');
        Assert.Contains("/Software/Vendor/Product,KEY,,2024-02-29 12:00:00", lines);
        Assert.Contains("/Software/Vendor/Product/Number,DWORD,0x12345678,", lines);
        Assert.Contains("/Software/Vendor/Product/,SZ,the default,", lines);
    }

    [Theory]
    [InlineData("SAM")]
    [InlineData("SECURITY")]
    public void Hivex_reads_what_was_changed_in_a_hive_of_Windows(string name)
    {
        using var folder = new TemporaryFolder();
        var hive = RegistryHive.Open(SampleHives.Bytes(name));
        hive.AcceptDirty();
        hive.EditTime = AnyHive.Later;
        var first = hive.Root.Subkeys[0];
        for (var i = 0; i < 600; i++)
        {
            first.CreateSubkey($"New {i}").SetValue("Value", RegistryValueType.Binary, Any.Bytes(i * 5, i));
        }

        first.Subkeys[0].Rename("Another name");
        foreach (var key in hive.Root.Subkeys.Skip(1).ToArray())
        {
            hive.Root.DeleteSubkey(key.Name);
        }

        File.WriteAllBytes(folder["hive"], hive.ToBytes());
        Assert.Equal(HiveContent.FromHivex(folder["hive"]), HiveContent.Of(hive));
        Assert.Equal(HiveContent.Of(hive), HiveContent.Of(AnyHive.Reopen(hive)));
    }

    [Fact]
    public void What_hivex_has_changed_is_read()
    {
        var hivex = Tools.Need("hivexregedit");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["hive"], AnyHive.Full().ToBytes());
        File.WriteAllText(folder["reg"], """
            Windows Registry Editor Version 5.00

            [HKEY_LOCAL_MACHINE\X\Many\New]
            "Number"=dword:0000002a
            "Text"="text"

            """);
        var (code, _, error) = Tools.Run(
            hivex, "--merge", "--prefix", @"HKEY_LOCAL_MACHINE\X", folder["hive"], folder["reg"]);
        Assert.True(code == 0, error);
        var hive = RegistryHive.Open(File.ReadAllBytes(folder["hive"]));
        hive.Check();
        Assert.Equal(42ul, hive.Find(@"many\new")!.FindValue("Number")!.ReadNumber());
        hive.Find(@"many\new")!.SetText("Text", "another");
        Assert.Equal("another", AnyHive.Reopen(hive).Find(@"Many\New")!.FindValue("text")!.ReadText());
    }
}
