BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    $vm = New-LabVM web01 1GB -NewVHDPath web01.vhd -NewVHDSizeBytes 10GB
    Install-LabGuestOS web01 'Windows Server 2008 R2 Enterprise'
}

AfterAll { Remove-Lab Lab }

Describe 'Get-LabVMBusChannel' {
    It 'writes nothing for a machine without power' {
        Get-LabVMBusChannel web01 | Should -BeNullOrEmpty
    }

    It 'shows what is offered and what the guest has opened' {
        Start-LabVM web01
        Get-LabVMBusChannel web01 | Select-Object -ExpandProperty State -Unique | Should -Be 'Offered'
        Step-LabClock -Seconds 60
        $channels = $vm | Get-LabVMBusChannel
        $channels | Should -HaveCount 8
        $channels | Select-Object -ExpandProperty State -Unique | Should -Be 'Open'
        $channels[0].InterfaceType | Should -Be 'f8615163-df3e-46c5-913f-f2d2f965ed0e'
        $channels[0].Client | Should -Be 'netvsc60.sys'
        $channels[0].Provider | Should -Be 'vmswitch.sys'
    }

    It 'fits a screen' {
        $text = Get-LabVMBusChannel web01 | Out-String -Width 80
        $text | Should -BeLike '*VMName: web01*Id*Device*State*Ring(K)*Client*Provider*'
        $text | Should -BeLike '*Key-Value Pair Exchange*Open*16*vmickvpexchange*vmwp.exe*'
    }
}

Describe 'Get-LabHypervisorPartition' {
    It 'shows the hypervisor, the parent and its children' {
        $partitions = Get-LabHypervisorPartition NODE1
        $partitions.Kind | Should -Be 'Hypervisor', 'Parent', 'Child'
        $partitions[2].Name | Should -Be 'web01'
        $partitions[2].VMId | Should -Be $vm.Id
        $partitions[1].OpenChannels | Should -Be 8
        ($partitions.Memory | Measure-Object -Sum).Sum | Should -Be (Get-LabVMHost NODE1).MemoryCapacity
    }

    It 'fits a screen' {
        $text = Get-LabHypervisorPartition | Out-String -Width 80
        $text | Should -BeLike '*ComputerName: NODE1*Id*Kind*Name*State*Processors*Memory(M)*Channels*'
    }

    It 'changes nothing' {
        $hash = (Get-Lab).JournalHash
        Get-LabHypervisorPartition | Out-Null
        Get-LabVMBusChannel web01 | Out-Null
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
