using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PbfFieldBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AwaitedAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Awaited",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Awaited",
                table: "Outbox");
        }
    }
}
