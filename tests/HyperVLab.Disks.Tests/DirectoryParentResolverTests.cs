namespace HyperVLab.Disks.Tests;

public sealed class DirectoryParentResolverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DirectoryParentResolverTests()
    {
        Directory.CreateDirectory(_folder["children"]);
        File.WriteAllText(_folder["base.vhd"], "above");
        File.WriteAllText(_folder["only.vhd"], "above");
        File.WriteAllText(Path.Combine(_folder["children"], "base.vhd"), "beside");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_relative_path_comes_first() => Assert.Equal("above", Read(_folder.Path, new ParentReference
    {
        Identifier = Guid.Empty, RelativePath = @"..\base.vhd", AbsolutePath = @"C:\gone\base.vhd",
    }));

    [Fact]
    public void A_path_of_another_computer_leads_to_the_file_of_that_name_beside_the_child()
        => Assert.Equal("beside", Read(_folder.Path, new ParentReference
        {
            Identifier = Guid.Empty, RelativePath = @".\gone\base.vhd", AbsolutePath = @"C:\gone\base.vhd",
        }));

    [Fact]
    public void The_full_path_is_used_if_it_is_one_of_this_computer()
        => Assert.Equal("above", Read(_folder.Path, new ParentReference
        {
            Identifier = Guid.Empty, AbsolutePath = _folder["base.vhd"],
        }));

    [Theory]
    [InlineData(@"..\base.vhd")]
    [InlineData("../../../../../../../etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Nothing_outside_the_root_is_opened(string path) => Assert.Null(Read(null, new ParentReference
    {
        Identifier = Guid.Empty, RelativePath = path, AbsolutePath = "/etc/passwd",
    }));

    [Fact]
    public void Hints_of_older_locators_come_last() => Assert.Equal("above", Read(_folder.Path, new ParentReference
    {
        Identifier = Guid.Empty, RelativePath = @".\gone.vhd", AbsolutePath = @"C:\lab\gone.vhd", Name = "gone.vhd",
        OtherPaths = ["nothing", @"..\base.vhd"],
    }));

    [Fact]
    public void The_file_name_of_a_hint_is_looked_for_beside_the_child()
        => Assert.Equal("beside", Read(null, new ParentReference
        {
            Identifier = Guid.Empty, OtherPaths = ["/Users/somebody/base.vhd"],
        }));

    [Fact]
    public void Whoever_trusts_the_child_gets_a_parent_from_anywhere()
    {
        var reference = new ParentReference { Identifier = Guid.Empty, AbsolutePath = _folder["only.vhd"] };
        using var found = DirectoryParentResolver.Anywhere(_folder["children"]).Resolve(reference)?.File;
        Assert.Equal("above", System.Text.Encoding.UTF8.GetString(Any.Content(found!)));
        Assert.Null(new DirectoryParentResolver(_folder["children"]).Resolve(reference));
    }

    [Fact]
    public void No_other_computer_is_asked_for_a_child_of_this_one()
        => Assert.Empty(DirectoryParentResolver.Anywhere(_folder["children"]).PlacesOf(new ParentReference
        {
            Identifier = Guid.Empty, RelativePath = @"\\server\share\", AbsolutePath = @"\\server\share\",
        }));

    [Fact]
    public void Links_do_not_lead_out_of_the_root()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on Windows.");
        var children = _folder["children"];
        Directory.CreateSymbolicLink(Path.Combine(children, "up"), "..");
        File.CreateSymbolicLink(Path.Combine(children, "link.vhd"), _folder["only.vhd"]);
        File.CreateSymbolicLink(Path.Combine(children, "circle.vhd"), Path.Combine(children, "circle.vhd"));
        File.CreateSymbolicLink(Path.Combine(children, "near.vhd"), Path.Combine(children, "base.vhd"));
        foreach (var path in new[] { "up/only.vhd", "link.vhd", "circle.vhd" })
        {
            Assert.Null(Read(null, new ParentReference { Identifier = Guid.Empty, RelativePath = path }));
        }

        Assert.Equal("above", Read(_folder.Path, Relative("up/only.vhd")));
        Assert.Equal("above", Read(_folder.Path, Relative("link.vhd")));
        Assert.Equal("beside", Read(null, Relative("near.vhd")));

        static ParentReference Relative(string path) => new() { Identifier = Guid.Empty, RelativePath = path };
    }

    [Fact]
    public async Task A_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        Tools.Run(Tools.Need("mkfifo"), Path.Combine(_folder["children"], "pipe.vhd"));
        var reference = new ParentReference { Identifier = Guid.Empty, RelativePath = "pipe.vhd" };
        var reading = Task.Run(() => Read(null, reference), TestContext.Current.CancellationToken);
        Assert.Null(await reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    private string? Read(string? root, ParentReference reference)
    {
        var found = new DirectoryParentResolver(_folder["children"], root).Resolve(reference);
        using var file = found?.File;
        return file is null ? null : System.Text.Encoding.UTF8.GetString(Any.Content(file));
    }
}
