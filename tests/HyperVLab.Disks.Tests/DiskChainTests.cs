using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests;

public sealed class DiskChainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DiskChainTests()
    {
        using var parent = VhdDisk.CreateDynamic(FileDiskFile.CreateNew(_folder["parent.vhd"]), Any.Creation());
        MakeChild("child.vhd", 2, Any.LinkTo(parent));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_whole_chain_is_described_from_the_child_down()
    {
        var links = Read("child.vhd");
        Assert.Equal([0, 1], links.Select(link => link.Depth));
        Assert.Equal([_folder["child.vhd"], _folder["parent.vhd"]], links.Select(link => link.Path));
        Assert.All(links, link => Assert.Equal(DiskChainState.Healthy, link.State));
        Assert.Equal([null, true], links.Select(link => link.IdentifierMatches));
        Assert.Equal([VhdType.Differencing, VhdType.Dynamic], links.Select(link => link.Information!.Type));
        Assert.Contains(_folder["parent.vhd"], links[1].Places);
    }

    [Fact]
    public void A_missing_parent_is_described_by_the_places_where_it_was_looked_for()
    {
        File.Delete(_folder["parent.vhd"]);
        var missing = Read("child.vhd")[^1];
        Assert.Equal(DiskChainState.Missing, missing.State);
        Assert.Null(missing.Path);
        Assert.Null(missing.IdentifierMatches);
        Assert.Equal(Any.Identifier(1), missing.Reference!.Identifier);
        Assert.Contains(_folder["parent.vhd"], missing.Places);
        Assert.Contains("was not found", missing.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_disk_in_the_parents_place_is_named()
    {
        File.Delete(_folder["parent.vhd"]);
        VhdDisk.CreateDynamic(FileDiskFile.CreateNew(_folder["parent.vhd"]), Any.Creation(number: 7)).Dispose();
        var other = Read("child.vhd")[^1];
        Assert.Equal(DiskChainState.IdentifierMismatch, other.State);
        Assert.False(other.IdentifierMatches);
        Assert.Equal(Any.Identifier(7), other.Information!.Identifier);
        Assert.Contains($"{Any.Identifier(1)}", other.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_leads_back_ends_where_it_does()
    {
        MakeChild("a.vhd", 3, Link(4, "b.vhd"));
        MakeChild("b.vhd", 4, Link(3, "a.vhd"));
        var links = Read("a.vhd");
        Assert.Equal(3, links.Count);
        Assert.Equal(DiskChainState.Loop, links[^1].State);
        Assert.Contains("depth 0", links[^1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_wrong_disks_that_leads_back_ends_too()
    {
        MakeChild("a.vhd", 3, Link(40, "b.vhd"));
        MakeChild("b.vhd", 4, Link(30, "a.vhd"));
        var links = Read("a.vhd");
        Assert.Equal(3, links.Count);
        Assert.All(links.Skip(1), link => Assert.Equal(DiskChainState.IdentifierMismatch, link.State));
    }

    [Fact]
    public void A_damaged_parent_is_said_to_be_damaged_and_where()
    {
        File.WriteAllBytes(_folder["parent.vhd"], new byte[4096]);
        var damaged = Read("child.vhd")[^1];
        Assert.Equal(DiskChainState.Damaged, damaged.State);
        Assert.Equal(_folder["parent.vhd"], damaged.Path);
        Assert.Contains("offset", damaged.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_another_program_writes_is_unreadable()
    {
        using var writer = FileDiskFile.Open(_folder["parent.vhd"], readOnly: false);
        Assert.Equal(DiskChainState.Unreadable, Read("child.vhd")[^1].State);
    }

    [Fact]
    public void A_file_that_is_no_disk_is_a_chain_of_one_damaged_disk()
    {
        File.WriteAllText(_folder["text.vhd"], "no disk");
        Assert.Equal(DiskChainState.Damaged, Assert.Single(Read("text.vhd")).State);
    }

    [Fact]
    public void A_child_without_a_resolver_misses_its_parent()
    {
        using var file = FileDiskFile.Open(_folder["child.vhd"], readOnly: true);
        Assert.Equal(DiskChainState.Missing, DiskChain.Read(file, parents: null)[^1].State);
    }

    private IReadOnlyList<DiskChainLink> Read(string name)
    {
        using var file = FileDiskFile.Open(_folder[name], readOnly: true);
        return DiskChain.Read(file, new DirectoryParentResolver(_folder.Path), _folder[name]);
    }

    private void MakeChild(string name, int number, DiskParentLink parent)
    {
        using var file = FileDiskFile.CreateNew(_folder[name]);
        VhdDisk.CreateDifferencing(file, Any.Creation(number: number), parent);
    }

    private static DiskParentLink Link(int number, string name) => new()
    {
        Identifier = Any.Identifier(number), SizeBytes = Any.Size, AbsolutePath = name,
    };
}
