BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, db01 -NodeCount 3
    New-LabVM -Name loose -ComputerName NODE3 -MemoryStartupBytes 1GB -NoVHD

    function Get-Failure([scriptblock] $Assertion) {
        try { & $Assertion | Out-Null } catch { return $_.Exception.Message }
        throw 'The assertion was to fail.'
    }
}

AfterAll { Remove-Lab Lab }

Describe 'Should -BeOnline' {
    It 'takes names and objects of all kinds' {
        'web01', 'NODE1', 'C1', 'Cluster Group' | Should -BeOnline
        Get-LabVM web01, db01 | Should -BeOnline
        Get-LabClusterNode | Should -BeOnline
        Get-LabHost NODE1, ADMIN1 | Should -BeOnline
        Get-LabClusterResource 'Virtual Machine web01' | Should -BeOnline -On NODE1
        Get-LabClusterSharedVolume | Should -BeOnline -On NODE1
        'loose' | Should -Not -BeOnline
        'web01' | Should -Not -BeOnline -On NODE2
    }

    It 'says what was expected and why, what is, and what the log says of it' {
        $message = Get-Failure { 'web01' | Should -BeOnline -On NODE2 -Because 'we moved it' -ErrorAction Stop }
        $message | Should -BeLike ("Expected virtual machine 'web01' to be online on NODE2, because we moved it, " +
            'but it is Running on NODE1.*')
        $message | Should -BeLike "*What the log says of it:*NODE1: 'web01' started successfully.*"
        Get-Failure { 'web01' | Should -Not -BeOnline -ErrorAction Stop } |
            Should -BeLike "Expected virtual machine 'web01' not to be online but it is Running on NODE1.*"
    }

    It 'knows what is nothing of the lab' {
        { 'nobody' | Should -BeOnline -ErrorAction Stop } | Should -Throw "The lab has no 'nobody':*"
        { $null | Should -BeOnline -ErrorAction Stop } | Should -Throw 'Nothing came in:*'
        { 42 | Should -BeOnline -ErrorAction Stop } | Should -Throw "'42' is nothing*"
    }
}

Describe 'Should -BeHighlyAvailable' {
    AfterEach {
        Get-LabFault | Remove-LabFault
        Get-LabClusterNode | Where-Object State -EQ Paused | Resume-LabClusterNode
    }

    It 'takes machines and groups that another node could take over' {
        Get-LabVM web01 | Should -BeHighlyAvailable
        Get-LabClusterGroup web01 | Should -BeHighlyAvailable
        'loose' | Should -Not -BeHighlyAvailable
        Get-Failure { 'web01' | Should -Not -BeHighlyAvailable -ErrorAction Stop } |
            Should -BeLike '*but another node could take it over.*'
    }

    It 'says that something is in no cluster, or does not run' {
        Get-Failure { 'loose' | Should -BeHighlyAvailable -ErrorAction Stop } |
            Should -BeLike "Expected virtual machine 'loose' to be highly available but it is in no cluster.*"
        Stop-LabClusterGroup db01
        Get-Failure { 'db01' | Should -BeHighlyAvailable -ErrorAction Stop } | Should -BeLike '* but it is Saved.*'
        { Measure-LabOutage db01 { } } | Should -Throw "'db01' does not answer*"
        Start-LabClusterGroup db01
    }

    It 'says what each other node lacks' {
        Suspend-LabClusterNode NODE2
        Add-LabFault AllPathsDown NODE3
        'web01' | Should -BeHighlyAvailable -Because 'NODE3 reaches the volume through its owner'
        Set-LabVMSwitch VMs -ComputerName NODE3 -Notes 'renamed'
        Rename-LabVMSwitch VMs -NewName Other -ComputerName NODE3
        Get-Failure { 'web01' | Should -BeHighlyAvailable -ErrorAction Stop } | Should -BeLike (
            "*no other node could take it over from NODE1: NODE2 is Paused; NODE3 has no switch 'VMs'.*")
        Rename-LabVMSwitch Other -NewName VMs -ComputerName NODE3
        Set-LabVM loose -MemoryStartupBytes 14GB
        Start-LabVM loose
        Get-Failure { 'web01' | Should -BeHighlyAvailable -ErrorAction Stop } |
            Should -BeLike '*NODE3 has 1 GB of memory left, and 2 GB are needed.*'
        Stop-LabVM loose -TurnOff
    }
}

Describe 'Should -HaveQuorum' {
    It 'counts votes, and how many may be lost' {
        Get-LabCluster | Should -HaveQuorum
        'NODE2' | Should -HaveQuorum -Spare 1
        Get-Failure { Get-LabCluster | Should -HaveQuorum -Spare 2 -ErrorAction Stop } | Should -BeLike (
            "Expected cluster 'C1' to have quorum with 2 to spare but 3 of 3 votes are present, and 4 are needed.*")
        Get-Failure { Get-LabCluster | Should -Not -HaveQuorum -ErrorAction Stop } |
            Should -BeLike "Expected cluster 'C1' not to have quorum but it has.*"
    }

    It 'wants something of a cluster' {
        { Get-LabVM loose | Should -HaveQuorum -ErrorAction Stop } | Should -Throw "*'loose' is of no cluster*"
    }
}

Describe 'Should -HaveAccess' {
    AfterEach { Get-LabFault | Remove-LabFault }

    It 'looks at every node, or at those that are named' {
        $volume = Get-LabClusterSharedVolume
        Add-LabFault AllPathsDown NODE2
        $volume | Should -HaveAccess Redirected -On NODE2
        $volume | Should -HaveAccess Direct -On NODE1, NODE3
        $volume.Name | Should -Not -HaveAccess Paused
        Get-Failure { $volume | Should -HaveAccess Direct -ErrorAction Stop } | Should -BeLike (
            "Expected shared volume 'Cluster Disk 2' to be Direct on every node but it is Direct on NODE1, " +
            '*Redirected on NODE2 (NoPath), Direct on NODE3; NODE1 owns it.*')
    }

    It 'knows the ways there are, and the nodes' {
        { Get-LabClusterSharedVolume | Should -HaveAccess Quick -ErrorAction Stop } | Should -Throw '*one of Direct*'
        { Get-LabClusterSharedVolume | Should -HaveAccess Direct -On NODE9 -ErrorAction Stop } |
            Should -Throw "'NODE9' is no node*"
        { 'web01' | Should -HaveAccess Direct -ErrorAction Stop } | Should -Throw '*wants a shared volume*'
    }
}

Describe 'Should -LastAtMost' {
    It 'measures time or pings, and draws them' {
        $outage = Measure-LabOutage web01 { Restart-LabVM web01 -Force }
        $outage.Duration | Should -BeGreaterThan ([timespan] '00:00:30')
        $outage | Should -LastAtMost 00:02:00
        $outage | Should -LastAtMost 120 -Pings 120
        $outage | Should -Not -LastAtMost 10
        Get-Failure { $outage | Should -LastAtMost -Pings 2 -ErrorAction Stop } |
            Should -BeLike "Expected the outage of 'web01' to last at most 2 pings but it lasted 00:00:*!!!*"
    }

    It 'fails where the end was not seen' {
        $outage = Measure-LabOutage web01 { Stop-LabClusterGroup web01 } -TimeoutSeconds 90
        $outage.IsOver | Should -BeFalse
        Get-Failure { $outage | Should -LastAtMost 01:00:00 -ErrorAction Stop } |
            Should -BeLike '*but it is not over after 00:01:*'
    }

    It 'measures several at once' {
        Measure-LabOutage db01, NODE3 { Step-LabClock -Seconds 5 } | Should -LastAtMost -Pings 0
    }

    It 'wants what was measured, and a limit' {
        { 5 | Should -LastAtMost 5 -ErrorAction Stop } | Should -Throw '*what Measure-LabOutage writes*'
        { Measure-LabOutage db01 { } | Should -LastAtMost -ErrorAction Stop } | Should -Throw '*wants a time*'
    }
}
