BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Edition HyperVServer2008R2
    1..2 | ForEach-Object {
        New-LabVM "web0$_" -ComputerName "NODE$_" -MemoryStartupBytes 1GB -SwitchName VMs `
            -Path C:\ClusterStorage\Volume1 -NewVHDPath "C:\ClusterStorage\Volume1\web0$_\web0$_.vhd" `
            -NewVHDSizeBytes 20GB | Out-Null
        Install-LabGuestOS "web0$_" 'Windows Server 2008 R2 Enterprise' -IPAddress "192.168.10.4$_"
    }

    Start-LabVM web01, web02
    Step-LabClock -Seconds 120

    # With HYPERVLAB_UPDATE the pictures of the documentation are drawn anew.
    function picture($name, $drawn) {
        $page = "$PSScriptRoot/../../docs/$name"
        if ($env:HYPERVLAB_UPDATE) { Copy-Item $drawn $page }
        (Get-Content $drawn -Raw) -replace '\r' | Should -BeExactly ((Get-Content $page -Raw) -replace '\r')
    }
}

AfterAll { Remove-Lab Lab }

Describe 'Trace-LabIO' {
    It 'follows a frame from guest to guest, and changes nothing' {
        $hash = (Get-Lab).JournalHash
        $trace = Trace-LabIO web01 -To web02
        $trace.HasArrived | Should -BeTrue
        $trace.Hops.Component | Should -Contain "Virtual switch 'VMs'"
        $trace.Hops.ComputerName | Select-Object -Unique | Should -Be 'NODE1', 'Management', 'NODE2'
        $trace.Hops[0].Driver | Should -Be 'netvsc60.sys'
        $measured = (Measure-LabNetwork web01 web02 -BitsPerSecond 1).LatencyMilliseconds
        [math]::Abs($trace.Microseconds - (1000 * $measured)) | Should -BeLessThan 1
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'draws itself within a screen' {
        $text = (Trace-LabIO web01 -To web02 | Out-String -Width 80) -split '\r?\n'
        $text | Should -Contain 'NODE1'
        $text -join '' | Should -BeLike '*| parent partition*child partition web01*hypervisor*hardware*'
        ($text | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }

    It 'lists its hops in columns that fit' {
        $text = ((Trace-LabIO web01 -To web02).Hops | Out-String -Width 80) -split '\r?\n'
        $text[1] | Should -BeLike ' # Computer*Partition*Component*us Reason'
        ($text -like '* 4 NODE1*parent*').Count | Should -Be 1
    }

    It 'follows reads and writes of any drive' {
        (Trace-LabIO web01).Kind | Should -Be 'Read'
        (Trace-LabIO web01 -Write -Size 4KB).Bytes | Should -Be 4096
        (Trace-LabIO web01 -Read -ControllerType IDE -ControllerNumber 0 -ControllerLocation 0).Device |
            Should -Be 'IDE 0:0'
        (Get-LabVM web0* | Trace-LabIO -Path *web02.vhd -ErrorAction SilentlyContinue).VMName | Should -Be 'web02'
        (Trace-LabIO web02).Hops.Reason | Should -Contain 'past NTFS: NODE1 told where'
    }

    It 'says where and why a way ends' {
        (Trace-LabIO web01 -To web02 -SourceMacAddress 00-15-5D-01-02-03).Hops[-1].IsStop | Should -BeTrue
        { Trace-LabIO web01 -To nobody -ErrorAction Stop } | Should -Throw "*Nobody in the lab is called 'nobody'*"
        { Trace-LabIO web01 -To web02 -Frame 10 -ErrorAction Stop } | Should -Throw '*64 to 9014*'
        { Trace-LabIO web01 -Size 1 -ErrorAction Stop } | Should -Throw '*512*'
    }

    It 'draws the pictures of the documentation' {
        $frames = & {
            'web01'
            Set-LabNetAdapterVmq 'Local Area Connection 2' -ComputerName NODE2 -Enabled $true
            'web01'
        } | Trace-LabIO -To web02 -SvgPath $TestDrive/frame.svg
        $frames.Way | Should -Be 'synthetic, without VMQ', 'synthetic, with VMQ'
        picture way-of-a-frame.svg $TestDrive/frame.svg
        'web01', 'web02' | Trace-LabIO -SvgPath $TestDrive/read.svg | Should -HaveCount 2
        picture way-of-a-read.svg $TestDrive/read.svg
        Suspend-LabClusterResource (Get-LabClusterSharedVolume).Name -RedirectedAccess -Force | Out-Null
        (Trace-LabIO web02 -SvgPath $TestDrive/redirected.svg).Way | Should -Be 'synthetic, redirected'
        picture way-of-a-redirected-read.svg $TestDrive/redirected.svg
    }
}
