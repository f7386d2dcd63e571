using System.Buffers.Binary;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

public class HiveEditingTests
{
    [Fact]
    public void What_is_changed_is_there_when_the_hive_is_opened_again()
    {
        var hive = AnyHive.Reopen(AnyHive.Full());
        hive.EditTime = AnyHive.Later;
        var key = hive.Find(@"Software\Vendor\Product")!;
        key.SetText("Text", "new");
        key.SetNumber("NUMBER", 7);
        Assert.True(key.DeleteValue("Middle"));
        Assert.False(key.DeleteValue("Middle"));
        Assert.True(hive.Find("Many")!.DeleteSubkey("KEY 0007"));
        Assert.False(hive.Find("Many")!.DeleteSubkey("KEY 0007"));
        key.CreateSubkey(@"New\Newer");
        var again = AnyHive.Reopen(hive);
        key = again.Find(@"Software\Vendor\Product")!;
        Assert.Equal(("new", 7ul), (key.FindValue("Text")!.ReadText(), key.FindValue("Number")!.ReadNumber()));
        Assert.Equal("Number", key.FindValue("number")!.Name);
        Assert.Null(key.FindValue("Middle"));
        Assert.Equal(1099, again.Find("Many")!.Subkeys.Count);
        Assert.Equal(AnyHive.Later, again.Find(@"Software\Vendor\Product\New\Newer")!.LastWritten);
        Assert.Equal(AnyHive.Later, again.Find("Many")!.LastWritten);
        Assert.Equal(Any.Created, again.Find(@"Many\Key 0008")!.LastWritten);
        Assert.Equal(AnyHive.Later, again.LastWritten);
    }

    [Fact]
    public void Each_saving_of_changes_is_one_step_of_both_sequence_numbers()
    {
        var first = AnyHive.Empty().ToBytes();
        Assert.Equal((2u, 2u), Sequence(first));
        var hive = RegistryHive.Open(first);
        Assert.Equal(first, hive.ToBytes());
        hive.Root.SetNumber("x", 1);
        Assert.Equal((3u, 3u), Sequence(hive.ToBytes()));
        Assert.Equal(hive.ToBytes(), hive.ToBytes());
    }

    [Fact]
    public void Subkeys_stand_in_order_whatever_order_they_came_in()
    {
        var names = AnyHive.Reopen(AnyHive.Full()).Find("Many")!.Subkeys.Select(key => key.Name).ToArray();
        Assert.Equal(Enumerable.Range(0, 1100).Select(i => $"Key {i:D4}"), names);
    }

    [Fact]
    public void A_key_that_is_renamed_keeps_all_but_its_name_and_place()
    {
        var hive = AnyHive.Full();
        var key = hive.Find(@"Software\Vendor")!;
        var before = key.Find("Product")!.Values.Select(value => value.Name).ToArray();
        key.Rename("A much longer name than before");
        Assert.Equal(@"Software\A much longer name than before", key.Path);
        Assert.Null(hive.Find(@"Software\Vendor"));
        var again = AnyHive.Reopen(hive).Find(@"Software\a MUCH longer name than before\Product")!;
        Assert.Equal(before, again.Values.Select(value => value.Name));
        key.Rename("A MUCH longer name than before");
        Assert.Equal("A MUCH longer name than before", AnyHive.Reopen(hive).Find("Software")!.Subkeys.Single().Name);
    }

    [Fact]
    public void A_name_that_is_taken_or_is_none_is_refused_and_nothing_changes()
    {
        var hive = AnyHive.Reopen(AnyHive.Full());
        var key = hive.Find(@"Many\Key 0001")!;
        Assert.Throws<ArgumentException>(() => key.Rename("KEY 0002"));
        Assert.Throws<ArgumentException>(() => key.Rename(""));
        Assert.Throws<ArgumentException>(() => key.Rename(@"a\b"));
        Assert.Throws<ArgumentException>(() => key.Rename(new string('x', 256)));
        Assert.Throws<ArgumentException>(() => key.CreateSubkey(new string('x', 256)));
        Assert.Throws<ArgumentException>(() => key.CreateSubkey(""));
        Assert.Throws<ArgumentException>(
            () => key.CreateSubkey(string.Join('\\', Enumerable.Repeat("x", RegistryKey.MaximumDepth))));
        Assert.Throws<ArgumentException>(() => key.SetText(new string('x', 16384), ""));
        Assert.Throws<ArgumentException>(
            () => key.SetValue("", RegistryValueType.Binary, new byte[(1024 * 1024) + 1]));
        Assert.Throws<ArgumentException>(() => key.SetSecurityDescriptor([]));
        Assert.Throws<InvalidOperationException>(() => hive.Root.Rename("x"));
        Assert.Throws<ArgumentException>(() => RegistryHive.CreateNew("", Any.Created));
        Assert.False(hive.IsChanged);
    }

    [Fact]
    public void A_key_or_value_that_was_deleted_is_of_no_use_even_when_its_place_is_taken()
    {
        var hive = AnyHive.Full();
        var key = hive.Find(@"Many\Key 0500")!;
        var other = hive.Find(@"Many\Key 0501")!;
        var value = hive.Find(@"Software\Vendor\Product")!.FindValue("Number")!;
        hive.Find("Many")!.DeleteSubkey("Key 0500");
        hive.Find(@"Many\Key 0501")!.Rename("Key 9999");
        hive.Find(@"Software\Vendor\Product")!.DeleteValue("Number");
        hive.Find("Many")!.CreateSubkey("Key 0502a").SetNumber("Number", 1);
        Assert.Throws<InvalidOperationException>(() => key.Name);
        Assert.Throws<InvalidOperationException>(() => key.SetNumber("x", 1));
        Assert.Throws<InvalidOperationException>(() => other.Subkeys);
        Assert.Throws<InvalidOperationException>(() => value.ReadData());
    }

    [Fact]
    public void What_is_deleted_leaves_its_room_to_others()
    {
        var hive = AnyHive.Full();
        var length = hive.ToBytes().Length;
        for (var i = 0; i < 20; i++)
        {
            hive.Root.DeleteSubkey("Many");
            hive.Root.DeleteSubkey("Software");
            AnyHive.Full().Root.Subkeys.ToList().ForEach(key => Copy(key, hive.Root.CreateSubkey(key.Name)));
        }

        Assert.InRange(hive.ToBytes().Length, length - 4096, length + 8192);
    }

    [Fact]
    public void A_dirty_hive_is_changed_only_when_it_is_taken_as_it_is()
    {
        var bytes = AnyHive.Full().ToBytes();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), 9);
        AnyHive.Seal(bytes);
        var hive = RegistryHive.Open(bytes);
        Assert.True(hive.IsDirty);
        Assert.Throws<InvalidOperationException>(() => hive.Root.SetNumber("x", 1));
        Assert.Equal(bytes, hive.ToBytes());
        hive.AcceptDirty();
        hive.Root.SetNumber("x", 1);
        Assert.Equal((10u, 10u), Sequence(hive.ToBytes()));
        Assert.False(AnyHive.Reopen(hive).IsDirty);
    }

    [Fact]
    public void A_security_descriptor_is_shared_by_keys_and_goes_with_the_last_of_them()
    {
        var hive = AnyHive.Empty();
        hive.Root.CreateSubkey("a").CreateSubkey("b");
        var before = hive.ToBytes().AsSpan().Count("sk"u8);
        var descriptor = AnyHive.Reopen(hive).Find(@"a\b")!.ReadSecurityDescriptor();
        Assert.Equal(hive.Root.ReadSecurityDescriptor(), descriptor);
        hive.Find(@"a\b")!.SetSecurityDescriptor([.. descriptor!, 0, 0, 0, 0]);
        Assert.Equal(descriptor!.Length + 4, AnyHive.Reopen(hive).Find(@"a\b")!.ReadSecurityDescriptor()!.Length);
        hive.Find(@"a")!.SetSecurityDescriptor([.. descriptor, 0, 0, 0, 0]);
        Assert.Equal(before + 1, hive.ToBytes().AsSpan().Count("sk"u8));
        hive.Root.DeleteSubkey("a");
        Assert.Equal(hive.Root.ReadSecurityDescriptor(), AnyHive.Reopen(hive).Root.ReadSecurityDescriptor());
    }

    private static void Copy(RegistryKey from, RegistryKey to)
    {
        foreach (var value in from.Values)
        {
            to.SetValue(value.Name, value.Type, value.ReadData());
        }

        from.Subkeys.ToList().ForEach(key => Copy(key, to.CreateSubkey(key.Name)));
    }

    private static (uint Primary, uint Secondary) Sequence(byte[] bytes) => (
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
}
