using System.Buffers.Binary;
using System.Text;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

public class HiveLogTests
{
    [Fact]
    public void The_hash_is_Marvin_as_published()
    {
        Assert.Equal(0x30ED35C100CD3C7Du, Marvin32.Of([], 0x004FB61A001BDBCC));
        Assert.Equal(0x48E73FC77D75DDC1u, Marvin32.Of([0xAF], 0x004FB61A001BDBCC));
        Assert.Equal(0xB5F6E1FC485DBFF8u, Marvin32.Of([0xE7, 0x0F], 0x004FB61A001BDBCC));
    }

    [Fact]
    public void The_entries_of_two_new_logs_are_applied_in_the_order_of_their_numbers()
    {
        var states = HiveLogs.States(4);
        var hive = HiveLogs.Dirty(states[0], 1);
        var early = HiveLogs.New(states[0], 1, (states[0], states[1]), (states[1], states[2]));
        var late = HiveLogs.New(states[0], 3, (states[2], states[3]));
        var recovered = RegistryHive.Open(hive, [late, early]);
        Assert.Equal((3, false), (recovered.AppliedLogEntries, recovered.IsDirty));
        recovered.Check();
        Assert.Equal(HiveContent.Of(RegistryHive.Open(states[3])), HiveContent.Of(recovered));
        Assert.Equal(4u, BinaryPrimitives.ReadUInt32LittleEndian(recovered.ToBytes().AsSpan(4)));
        Assert.False(AnyHive.Reopen(recovered).IsDirty);
    }

    [Fact]
    public void Recovery_stops_at_the_first_entry_that_is_broken_or_missing()
    {
        var states = HiveLogs.States(4);
        var log = HiveLogs.New(states[0], 1, (states[0], states[1]), (states[1], states[2]));
        log[^1] ^= 1;
        var after = HiveLogs.New(states[0], 3, (states[2], states[3]));
        var recovered = RegistryHive.Open(HiveLogs.Dirty(states[0], 1), [log, after]);
        Assert.Equal(1, recovered.AppliedLogEntries);
        Assert.Equal(HiveContent.Of(RegistryHive.Open(states[1])), HiveContent.Of(recovered));
    }

    [Fact]
    public void An_entry_that_the_hive_holds_already_is_left_out()
    {
        var states = HiveLogs.States(3);
        var log = HiveLogs.New(states[0], 1, (states[0], states[1]), (states[1], states[2]));
        var recovered = RegistryHive.Open(HiveLogs.Dirty(states[1], 2), [log]);
        Assert.Equal(1, recovered.AppliedLogEntries);
        Assert.Equal(HiveContent.Of(RegistryHive.Open(states[2])), HiveContent.Of(recovered));
    }

    [Fact]
    public void A_hive_whose_base_block_is_broken_gets_that_of_the_last_log()
    {
        var states = HiveLogs.States(3);
        var hive = HiveLogs.Dirty(states[1], 2);
        hive[100] ^= 0xFF;
        Assert.Throws<DiskFormatException>(() => RegistryHive.Open(hive));
        var early = HiveLogs.New(states[0], 1, (states[0], states[1]));
        var late = HiveLogs.New(states[1], 2, (states[1], states[2]));
        var recovered = RegistryHive.Open(hive, [early, late]);
        Assert.Equal(1, recovered.AppliedLogEntries);
        Assert.Equal(HiveContent.Of(RegistryHive.Open(states[2])), HiveContent.Of(recovered));
    }

    [Fact]
    public void Dirty_pages_of_an_old_log_are_applied_if_it_is_of_the_same_write()
    {
        var states = HiveLogs.States(2);
        var hive = HiveLogs.Dirty(states[0], 1);
        var recovered = RegistryHive.Open(hive, [HiveLogs.Old(hive, states[1])]);
        Assert.Equal((1, false), (recovered.AppliedLogEntries, recovered.IsDirty));
        recovered.Check();
        Assert.Equal(HiveContent.Of(RegistryHive.Open(states[1])), HiveContent.Of(recovered));
        var other = HiveLogs.Old(hive, states[1]);
        other[12]++;
        AnyHive.Seal(other);
        Assert.True(RegistryHive.Open(hive, [other]).IsDirty);
    }

    [Fact]
    public void A_clean_hive_needs_no_log_and_a_strange_log_does_no_harm()
    {
        var states = HiveLogs.States(2);
        var log = HiveLogs.New(states[0], 1, (states[0], states[1]));
        Assert.Equal(0, RegistryHive.Open(states[0], [log]).AppliedLogEntries);
        var hive = HiveLogs.Dirty(states[0], 1);
        byte[][] strange = [[], new byte[512], Encoding.ASCII.GetBytes("regf"), log[..512], log[..600], states[1]];
        Assert.All(strange, bytes => Assert.True(RegistryHive.Open(hive, [bytes]).IsDirty));
    }

    [Fact]
    public void A_log_cannot_make_a_hive_longer_than_what_it_brings()
    {
        var states = HiveLogs.States(2);
        var log = HiveLogs.New(states[0], 1, (states[0], states[1]));
        BinaryPrimitives.WriteUInt32LittleEndian(log.AsSpan(512 + 16), 0x10000000);
        HiveLogs.Hash(log.AsSpan(512));
        Assert.True(RegistryHive.Open(HiveLogs.Dirty(states[0], 1), [log]).IsDirty);
    }
}
