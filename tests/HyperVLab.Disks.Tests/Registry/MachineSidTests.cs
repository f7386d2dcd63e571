using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

public class MachineSidTests
{
    private static readonly MachineSid _real = MachineSid.Parse("S-1-5-21-3064465268-1549819264-574340205");
    private static readonly MachineSid _new = new(0xFFFFFFFF, 0, 1);

    [Theory]
    [InlineData("SAM")]
    [InlineData("SECURITY")]
    public void The_identifier_is_read_from_both_hives_of_Windows_that_hold_it(string name)
        => Assert.Equal(_real, MachineSid.Read(RegistryHive.Open(SampleHives.Bytes(name))));

    [Theory]
    [InlineData("SAM")]
    [InlineData("SECURITY")]
    public void After_a_change_the_old_identifier_is_nowhere_and_nothing_else_has_changed(string name)
    {
        var hive = RegistryHive.Open(SampleHives.Bytes(name));
        hive.AcceptDirty();
        var before = HiveContent.Of(hive);
        var change = _real.Change(hive, _new);
        var changed = AnyHive.Reopen(hive);
        Assert.Equal(_new, MachineSid.Read(changed));
        Assert.True(change.Values > 0 && change.Keys == (name == "SAM" ? 1 : 0), change.ToString());
        var after = HiveContent.Of(changed);
        Assert.DoesNotContain(after, line => line.Contains(_real.ToString(), StringComparison.Ordinal)
            || line.Contains(Hex(_real), StringComparison.Ordinal));
        string[] expected = [.. before.Select(line => line.Replace(_real.ToString(), _new.ToString())
            .Replace(Hex(_real), Hex(_new))).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, after);
        _new.Change(changed, _real);
        Assert.Equal(before, HiveContent.Of(changed));
    }

    [Fact]
    public void Security_descriptors_of_keys_are_changed_too()
    {
        var hive = AnyHive.Empty();
        var descriptor = hive.Root.ReadSecurityDescriptor()!;
        var account = Convert.FromHexString($"010500000000000515000000{Hex(_real)}F4010000");
        hive.Root.CreateSubkey("a").SetSecurityDescriptor([.. descriptor, .. account]);
        hive.Root.CreateSubkey($@"ProfileList\{_real}-500");
        Assert.Equal(new MachineSidChange(0, 1, 1), _real.Change(hive, _new));
        Assert.EndsWith(
            $"{Hex(_new)}f4010000", Convert.ToHexStringLower(hive.Find("a")!.ReadSecurityDescriptor()!),
            StringComparison.Ordinal);
        Assert.NotNull(AnyHive.Reopen(hive).Find($@"ProfileList\{_new}-500"));
    }

    [Fact]
    public void Numbers_that_are_no_identifier_are_left()
    {
        var hive = AnyHive.Empty();
        var data = Convert.FromHexString($"00050000{Hex(_real)}");
        hive.Root.SetValue("x", RegistryValueType.Binary, data);
        hive.Root.CreateSubkey($"{_real}0");
        Assert.Equal(new MachineSidChange(0, 0, 0), _real.Change(hive, _new));
        Assert.Equal(data, hive.Root.FindValue("x")!.ReadData());
        Assert.Null(MachineSid.Read(hive));
    }

    [Fact]
    public void A_key_in_the_way_leaves_all_as_it_was()
    {
        var hive = AnyHive.Empty();
        hive.Root.CreateSubkey($"{_real}");
        hive.Root.CreateSubkey($"{_new}");
        var before = HiveContent.Of(hive);
        Assert.Throws<InvalidOperationException>(() => _real.Change(hive, _new));
        Assert.Equal(before, HiveContent.Of(hive));
    }

    [Theory]
    [InlineData("S-1-5-21-1-2")]
    [InlineData("S-1-5-21-1-2-3-500")]
    [InlineData("S-1-5-21-1-2-4294967296")]
    [InlineData("S-1-5-21-1-2-+3")]
    [InlineData("")]
    public void What_is_no_identifier_is_refused(string text)
        => Assert.Throws<FormatException>(() => MachineSid.Parse(text));

    private static string Hex(MachineSid sid)
        => Convert.ToHexStringLower([.. new[] { sid.First, sid.Second, sid.Third }.SelectMany(BitConverter.GetBytes)]);
}
