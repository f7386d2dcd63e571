namespace HyperVLab.Simulation.Tests;

public sealed class HashTests
{
    [Fact]
    public void A_chain_continues_where_another_stopped()
    {
        var whole = new HashChain();
        whole.Append([1, 2]);
        string middle = whole.Value;
        whole.Append([3]);
        var rest = new HashChain();
        rest.Restore(middle);
        rest.Append([3]);

        Assert.Equal(whole.Value, rest.Value);
        Assert.NotEqual(middle, whole.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("ZZ00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("AB00000000000000000000000000000000000000000000000000000000000000")]
    public void A_chain_refuses_what_is_no_digest(string text) =>
        Assert.Throws<InvalidDataException>(() => new HashChain().Restore(text));

    [Fact]
    public void The_binary_form_covers_every_value_and_leaves_nulls_out()
    {
        var part = new Part(
            1, 2, TimeSpan.FromTicks(3), Guid.Parse("12345678-1234-1234-1234-123456789abc"), 0.5, DayOfWeek.Friday,
            null);
        byte[] plain = FormOf(part);

        Assert.Equal(plain, FormOf(part with { }));
        Assert.NotEqual(plain, FormOf(part with { Number = 9 }));
        Assert.NotEqual(plain, FormOf(part with { Bytes = 9 }));
        Assert.NotEqual(plain, FormOf(part with { Duration = TimeSpan.Zero }));
        Assert.NotEqual(plain, FormOf(part with { Id = Guid.Empty }));
        Assert.NotEqual(plain, FormOf(part with { Rate = 0.25 }));
        Assert.NotEqual(plain, FormOf(part with { Day = DayOfWeek.Monday }));
        Assert.True(FormOf(part with { Of = new Key<Thing>(1) }).Length > plain.Length);
    }

    [Fact]
    public void The_contract_holds_every_stored_property_by_name_and_no_computed_one()
    {
        StateContract contract = StateContract.Of(typeof(Thing));

        Assert.Equal(["Key", "Name", "Note", "Parts"], contract.Properties.Select(property => property.Name));
        Assert.Equal([false, false, true, false], contract.Properties.Select(property => property.IsNullable));
        Assert.Equal(StateKind.Record, contract.Properties[3].Type.Element!.Kind);
    }

    [Fact]
    public void State_refuses_types_that_would_tie_it_to_a_process()
    {
        Assert.Throws<NotSupportedException>(() => StateType.Of(typeof(Action)));
        Assert.Throws<NotSupportedException>(() => StateType.Of(typeof(DateTime)));
        Assert.Throws<NotSupportedException>(() => StateType.Of(typeof(List<int>)));
        Assert.Throws<NotSupportedException>(() => StateType.Of(typeof(object)));
    }

    private static byte[] FormOf(object record)
    {
        var form = new BinaryForm();
        form.WriteRecord(record);
        return form.Bytes.ToArray();
    }
}
